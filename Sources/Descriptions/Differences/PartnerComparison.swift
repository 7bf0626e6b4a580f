internal import Households
internal import Scenarios

/// Differences in partners and how they coordinate.
enum PartnerComparison {
  static let coordination = "coordination"

  static func section(_ comparison: FactComparison) -> ScenarioDifference.Section {
    let rule = comparison.changes.filter { $0.path == coordination }.map { $0.statement(coordination) }
    let partners = comparison.named({ $0.scenario.partners.map(\.name) }, below: "partners").map { partner in
      switch partner.owner {
      case .both: partner.members.map { $0.change.statement($0.key, of: partner.name.escaped) }
      case .second: [whole(partner, "B adds", comparison.second)]
      case .first: [whole(partner, "B leaves out", comparison.first)]
      }
    }
    return ScenarioDifference.Section(heading: "Partners and coordination", statements: rule + partners.flatMap(\.self))
  }

  private static func whole(
    _ partner: NamedChanges, _ verb: String, _ loaded: LoadedScenario
  ) -> ScenarioDifference.Statement {
    let sentence =
      loaded.scenario.partners.first { $0.name == partner.name }
      .map { " " + PartnerText(partner: $0, evidence: Evidence(loaded)).sentence } ?? ""
    return ScenarioDifference.Statement(text: "\(verb) \(partner.name.escaped).\(sentence)", paths: partner.paths)
  }
}
