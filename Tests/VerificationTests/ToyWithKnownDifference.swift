import Experiments
import Randomness

@testable import Households

/// Two scenarios whose outcomes are normal and correlated, with a difference that is given.
struct ToyWithKnownDifference: Simulator {
  /// What the second scenario adds on average.
  static let difference = 0.37
  static let measures = [Model.measures.first { $0.name == "headcount_ratio" }].compactMap(\.self)
  static let scenarios = ["A", "B"].map { name in
    Scenario(
      name: name, start: CalendarQuarter(year: 2016, quarter: 1), years: 1, replications: 10, seed: 1,
      regime: .threshold,
      population: PopulationSpecification(simulatedHouseholds: 1, places: [], officialHeadcount: [:]))
  }
  let groupLevels = [GroupLevel(group: "all", level: "all")]
  let simultaneousRuns = 1

  func onOneThread() -> Self { self }
  func settled(replication: Int) -> Int { replication }

  func run(
    _ scenario: Scenario, from settled: Int, replication: Int, observeEvery: Int, microdataAt: Set<Int>,
    progress: (_ quarter: Int) -> Void, record: (HouseholdRecord) -> Void
  ) -> RunResult {
    let stream = RandomStream(seed: 400, replication: UInt32(replication))
    let common = stream.draw(entity: 0, quarter: 0, purpose: Purpose(label: "common")).normal0
    let own = stream.draw(entity: 0, quarter: 0, purpose: Purpose(label: scenario.name)).normal0
    let value = common + 0.5 * own + (scenario.name == "A" ? 0 : Self.difference)
    return RunResult(
      observations: [
        Observation(quarter: 0, values: [0]), Observation(quarter: scenario.quarters, values: [value]),
      ],
      transitions: [], costs: [])
  }
}
