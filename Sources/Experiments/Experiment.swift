internal import Households

/// Runs every scenario of a plan in every replication, passes the results on and keeps only what sums them up.
///
/// Within a replication all scenarios start from the same settled population and meet the same luck, so their
/// differences are paired. Memory does not grow with the number of replications.
public struct Experiment<Engine: Simulator> {
  /// What simulates.
  public let engine: Engine
  /// What is run.
  public let plan: ExperimentPlan

  /// Creates an experiment.
  /// - Parameters:
  ///   - engine: what simulates; made for the plan's baseline.
  ///   - plan: what is run.
  public init(engine: Engine, plan: ExperimentPlan) {
    self.engine = engine
    self.plan = plan
  }

  /// Runs everything.
  /// - Parameters:
  ///   - sink: where each household record and each run's result goes as soon as it is there.
  ///   - hasSettled: shown the population of each replication before its first run.
  ///   - progress: told after each quarter.
  /// - Returns: means, errors and intervals over replications.
  /// - Throws: what the sink throws; the run it happened in is the last.
  public func run(
    into sink: any ResultSink, hasSettled: (Engine.Settled) -> Void = { _ in },
    progress: (ExperimentProgress) -> Void = { _ in }
  ) throws -> ExperimentSummary {
    var accumulator = SummaryAccumulator(
      scenarioNames: plan.scenarios.map(\.name), groupLevels: engine.groupLevels, measures: Engine.measures)
    for replication in 1...plan.replications {
      progress(self.progress(replication: replication, scenario: nil, quarter: 0))
      let settled = engine.settled(replication: replication)
      hasSettled(settled)
      for (index, scenario) in plan.scenarios.enumerated() {
        let identity = RunIdentity(scenario: index, scenarioName: scenario.name, replication: replication)
        let result = try run(scenario, from: settled, identity: identity, into: sink, progress: progress)
        accumulator.add(result, of: identity)
      }
    }
    return accumulator.summary()
  }

  private func run(
    _ scenario: Scenario, from settled: Engine.Settled, identity: RunIdentity, into sink: any ResultSink,
    progress: (ExperimentProgress) -> Void
  ) throws -> RunResult {
    var failure: (any Error)?
    let result = engine.run(
      scenario, from: settled, replication: identity.replication, observeEvery: plan.observeEvery,
      microdataAt: plan.microdataAt,
      progress: { quarter in
        progress(self.progress(replication: identity.replication, scenario: identity.scenario, quarter: quarter))
      },
      record: { household in
        guard failure == nil else { return }
        do { try sink.take(household, of: identity) } catch { failure = error }
      })
    if let failure { throw failure }
    try sink.take(result, of: identity)
    return result
  }

  private func progress(replication: Int, scenario: Int?, quarter: Int) -> ExperimentProgress {
    let quartersPerReplication = plan.scenarios.count * plan.quarters
    let done = (replication - 1) * quartersPerReplication + (scenario ?? 0) * plan.quarters + quarter
    return ExperimentProgress(
      replication: replication, replications: plan.replications,
      scenarioName: scenario.map { plan.scenarios[$0].name },
      fraction: Double(done) / Double(plan.replications * quartersPerReplication))
  }
}
