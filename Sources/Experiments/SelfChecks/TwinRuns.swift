internal import Households

/// Two scenarios that should be one and the same: runs them side by side, as a comparison does, and counts differences.
struct TwinRuns<Engine: Simulator> {
  let engine: Engine
  let first: Scenario
  let second: Scenario
  let replications: Int

  /// Differences in what is reported every quarter, and households of which something differs at the start or the end.
  func differences() throws -> (values: DifferenceCount, households: DifferenceCount) {
    let plan = ExperimentPlan(
      scenarios: [first, second], replications: replications, observeEvery: 1, microdataAt: [0, first.quarters])
    let sink = TwinSink()
    _ = try Experiment(engine: engine, plan: plan).run(into: sink)
    return (sink.values, sink.households)
  }

  /// What both report, as evidence.
  func evidence() throws -> [SelfCheckVerdict.Evidence] {
    let (values, households) = try differences()
    return [
      .count(values.differing, of: values.compared, "values differ"),
      .count(households.differing, of: households.compared, "households differ at the start or the end"),
    ]
  }
}

/// Holds the first run of a replication until the second has come.
private final class TwinSink: ResultSink {
  private(set) var values = DifferenceCount()
  private(set) var households = DifferenceCount()
  private var records: [[HouseholdRecord]] = [[], []]
  private var first: RunResult?

  func take(_ household: HouseholdRecord, of run: RunIdentity) { records[run.scenario].append(household) }

  func take(_ result: RunResult, of run: RunIdentity) {
    guard run.scenario > 0, let first else {
      first = result
      return
    }
    values.compare(first, result)
    values.compare([Double(records[0].count)], [Double(records[1].count)])
    for (left, right) in zip(records[0], records[1]) { households.compare(left, right) }
    records = [[], []]
  }

  func finish(replication: Int, sums: () throws -> [UInt8]) {}
}
