internal import Households

/// A scenario in one line.
struct ScenarioOutline {
  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  var text: String {
    [
      scenario.name,
      counted(scenario.years, "year", "years") + " from \(scenario.start)",
      counted(scenario.population.places.count, "place", "places"),
      scenario.population.simulatedHouseholds.map { counted($0, "household", "households") } ?? "all households",
      counted(scenario.programmes.count, "programme", "programmes"),
      counted(scenario.replications, "replication", "replications"),
    ].joined(separator: ", ")
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}
