public import Households

extension SelfCheck {
  /// A programme without money that is added to a scenario changes nothing.
  public static func programmeWithoutMoney(
    engine: some Simulator, scenario: Scenario, replications: Int
  ) -> SelfCheck {
    var second = scenario
    second.name += " and a programme without money"
    second.programmes.append(.withoutMoney(in: scenario))
    return twins("a programme without money changes nothing", engine, [scenario, second], replications)
  }

  /// A scenario that is run under two names does not differ from itself.
  public static func anotherName(engine: some Simulator, scenario: Scenario, replications: Int) -> SelfCheck {
    var second = scenario
    second.name += " under another name"
    return twins("the same scenario under two names is the same", engine, [scenario, second], replications)
  }

  /// Two scenarios that should be one and the same: runs them side by side, as a comparison does, and counts
  /// differences in what is reported every quarter, and households of which something differs at the start or the end.
  private static func twins(
    _ promise: String, _ engine: some Simulator, _ scenarios: [Scenario], _ replications: Int
  ) -> SelfCheck {
    SelfCheck(promise) {
      let plan = ExperimentPlan(
        scenarios: scenarios, replications: replications, observeEvery: 1, microdataAt: [0, scenarios[0].quarters])
      let sink = TwinSink()
      _ = try Experiment(engine: engine, plan: plan).run(into: sink)
      return [
        .count(sink.values.differing, of: sink.values.compared, "values differ"),
        .count(
          sink.households.differing, of: sink.households.compared, "households differ at the start or the end"),
      ]
    }
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
}
