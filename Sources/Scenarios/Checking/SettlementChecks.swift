import Households

/// Checks that places have households enough for what is said of them.
struct SettlementChecks {
  let scenario: Scenario
  let checked: CheckedRecord

  /// Reports places with more union councils than settlements.
  func report(to reporter: inout Reporter) {
    let records = checked["population"]?.record?.records("places") ?? []
    for (place, record) in zip(scenario.population.places, records) {
      guard let councils = place.unionCouncils else { continue }
      let size = scenario.parameters.initial.settlementSize[place.settlementType == .rural ? 0 : 1]
      let settlements = Int(max(1, min(place.households / size, 1e9)).rounded())
      guard councils > settlements else { continue }
      let problem = Problem.moreUnionCouncils(councils: councils, settlements: settlements)
      reporter.report(problem, at: record, "union_councils", severity: .warning)
    }
  }
}
