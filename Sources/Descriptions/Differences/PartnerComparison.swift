internal import Households
internal import Scenarios

/// Differences in partners and how they coordinate.
enum PartnerComparison {
  static let coordination = "coordination"

  static func section(_ comparison: FactComparison) -> ScenarioDifference.Section {
    let rule = comparison.changes.filter { $0.path == coordination }.map { $0.statement(coordination) }
    let partners = comparison.named({ $0.scenario.partners.map(\.name) }, below: "partners").flatMap { partner in
      partner.statements(in: comparison, of: partner.name.escaped) { verb, loaded in
        let sentence =
          loaded.scenario.partners.first { $0.name == partner.name }
          .map { " " + PartnerText(partner: $0, evidence: Evidence(loaded)).sentence } ?? ""
        return "\(verb) \(partner.name.escaped).\(sentence)"
      }
    }
    return ScenarioDifference.Section(heading: "Partners and coordination", statements: rule + partners)
  }
}
