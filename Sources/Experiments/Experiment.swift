internal import Households
internal import Synchronization

/// Runs every scenario of a plan in every replication, passes the results on and keeps only what sums them up.
///
/// Within a replication all scenarios start from the same settled population and meet the same luck, so their
/// differences are paired. Memory does not grow with the number of replications. Results, and the number of replications
/// that a precision takes, do not depend on the number of threads.
public struct Experiment<Engine: Simulator>: Sendable {
  /// What simulates.
  public let engine: Engine
  /// What is run.
  public let plan: ExperimentPlan

  /// Creates an experiment with what simulates, made for the baseline of the plan.
  public init(engine: Engine, plan: ExperimentPlan) {
    self.engine = engine
    self.plan = plan
  }

  /// Runs everything.
  ///
  /// The sink and both closures are called by one thread at a time, not always the caller's.
  ///
  /// - Parameters:
  ///   - sums: what earlier replications of the same experiment add up to, as a sink was given it; nil: none.
  ///   - finished: how many these are.
  ///   - sink: where each household record and each run's result goes, in order of replication and scenario.
  ///   - hasSettled: shown the population of each replication before its first run, in any order.
  ///   - progress: told after each quarter.
  /// - Returns: means, errors and intervals over replications.
  /// - Throws: what the sink throws; it is given nothing after that. `StateArchive.Fault` where the sums are not those of
  ///   this experiment.
  /// - Precondition: The plan's precision, if there is one, is of a measure of the engine.
  public func run(
    after sums: [UInt8]? = nil, of finished: Int = 0, into sink: any ResultSink,
    hasSettled: (Engine.Settled) -> Void = { _ in }, progress: (ExperimentProgress) -> Void = { _ in }
  ) throws -> ExperimentSummary {
    let tally = ReplicationTally(plan, groupLevels: engine.groupLevels, measures: Engine.measures, sink: sink)
    if let sums { try tally.goOn(from: sums, of: finished) }
    try withoutActuallyEscaping(progress) { progress in
      let meter = ProgressMeter(plan, tally, tell: progress)
      // Household records are too many to be kept until their turn.
      if plan.microdataAt.isEmpty && engine.simultaneousRuns > 1 {
        try runTogether(tally, meter, hasSettled: hasSettled)
      }
      while !tally.isFinished { try runNext(tally, meter, hasSettled: hasSettled) }
    }
    return tally.summary()
  }

  // MARK: - Many at once

  /// Runs as many replications as occupy all threads to their end, each on a thread of its own.
  private func runTogether(
    _ tally: ReplicationTally, _ meter: ProgressMeter, hasSettled: (Engine.Settled) -> Void
  ) throws {
    let workers = engine.simultaneousRuns
    let left = tally.limit - tally.replications
    guard left >= workers, !tally.isFinished else { return }
    let engine = engine.onOneThread()
    try withoutActuallyEscaping(hasSettled) { hasSettled in
      // Listeners see one at a time.
      nonisolated(unsafe) let hasSettled = hasSettled
      let audience = Mutex(())
      let first = tally.replications + 1
      try OrderedPool(workers: workers).run(first..<first + left - left % workers) { replication, isWanted in
        let settled = engine.settled(replication: replication)
        audience.withLock { _ in hasSettled(settled) }
        return runs(of: replication, from: settled, engine, meter, isWanted: isWanted)
      } take: { (runs: [(identity: RunIdentity, result: RunResult)]) in
        for run in runs { try tally.take(run.result, of: run.identity) }
        meter.update(tally)
        return !tally.isFinished
      }
    }
  }

  /// Runs all scenarios of a replication; nil where they are no longer wanted.
  private func runs(
    of replication: Int, from settled: Engine.Settled, _ engine: Engine, _ meter: ProgressMeter,
    isWanted: () -> Bool
  ) -> [(identity: RunIdentity, result: RunResult)]? {
    var counterfactual = Counterfactual()
    var runs: [(identity: RunIdentity, result: RunResult)] = []
    for identity in identities(of: replication) {
      guard isWanted() else { return nil }
      var result = engine.run(
        plan.scenarios[identity.scenario], from: settled, replication: replication, observeEvery: plan.observeEvery,
        microdataAt: [], progress: { _ in meter.advance(scenario: identity.scenario) }, record: { _ in })
      counterfactual.attribute(&result, scenario: identity.scenario)
      runs.append((identity, result))
    }
    return runs
  }

  // MARK: - One after the other

  /// Runs the next replication, with all threads inside its runs.
  private func runNext(
    _ tally: ReplicationTally, _ meter: ProgressMeter, hasSettled: (Engine.Settled) -> Void
  ) throws {
    let replication = tally.replications + 1
    meter.settle()
    let settled = engine.settled(replication: replication)
    hasSettled(settled)
    var counterfactual = Counterfactual()
    for identity in identities(of: replication) {
      var failure: (any Error)?
      var result = engine.run(
        plan.scenarios[identity.scenario], from: settled, replication: replication, observeEvery: plan.observeEvery,
        microdataAt: plan.microdataAt, progress: { _ in meter.advance(scenario: identity.scenario) },
        record: { household in
          guard failure == nil else { return }
          do { try tally.take(household, of: identity) } catch { failure = error }
        })
      if let failure { throw failure }
      counterfactual.attribute(&result, scenario: identity.scenario)
      try tally.take(result, of: identity)
    }
    meter.update(tally)
  }

  private func identities(of replication: Int) -> [RunIdentity] {
    plan.scenarios.enumerated().map { index, scenario in
      RunIdentity(scenario: index, scenarioName: scenario.name, replication: replication)
    }
  }
}
