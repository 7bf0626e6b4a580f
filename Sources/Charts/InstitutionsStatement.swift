internal import Notation

/// Which institutions there are at the end, in words.
struct InstitutionsStatement {
  /// Those of scenarios that have any institutions.
  let censuses: [InstitutionCensus]
  /// Scenarios that are compared.
  let compared: Int

  var text: String {
    let ends = censuses.map(\.ends)
    let quarter = ends.first?.first?.quarter ?? 0
    let noun = "active " + (ends.first?.first.map(plural) ?? "institutions")
    let picked = FewScenarios.picked(
      by: ends.map { $0.map { $0.count("active") } + [dormant($0)] }, of: noun, compared: compared)
    let holdings = picked.map { index, remark in
      "\(Wording.name(censuses[index].scenario))\(remark) has \(words(ends[index]))"
    }
    return "After \(Wording.span(quarters: quarter)), by means of replications, \(holdings.joined(separator: "; "))."
  }

  private func words(_ ends: [InstitutionCensus.State]) -> String {
    let active = ends.map { "\(text($0.count("active"))) active \(plural($0))" }
    return active.joined(separator: ", ") + " and \(text(dormant(ends))) dormant institutions of all tiers"
  }

  private func plural(_ state: InstitutionCensus.State) -> String { Wording.words(state.tier) + "s" }

  private func dormant(_ ends: [InstitutionCensus.State]) -> Double { ends.map { $0.count("dormant") }.reduce(0, +) }

  private func text(_ count: Double) -> String { ReadableNumber.text(count, decimals: count < 100 ? 1 : 0) }
}
