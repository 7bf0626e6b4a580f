internal import Households
internal import Notation

/// A scenario in one line.
struct ScenarioOutline {
  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  var text: String {
    [
      scenario.name,
      ReadableNumber.count(scenario.years, "year") + " from \(scenario.start)",
      ReadableNumber.count(scenario.population.places.count, "place"),
      scenario.population.simulatedHouseholds.map { ReadableNumber.count($0, "household") } ?? "all households",
      ReadableNumber.count(scenario.programmes.count, "programme"),
      ReadableNumber.count(scenario.replications, "replication"),
    ].joined(separator: ", ")
  }
}
