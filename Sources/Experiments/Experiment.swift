internal import Households
internal import Simulation
internal import Synchronization

/// Runs every scenario of a plan in every replication, passes the results on and keeps only what sums them up.
///
/// Within a replication all scenarios start from the same settled population and meet the same luck, so their
/// differences are paired. Memory does not grow with the number of replications.
public struct Experiment<Engine: Simulator>: Sendable {
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
      scenarioNames: plan.scenarios.map(\.name), programmeNames: plan.programmeNames, groupLevels: engine.groupLevels,
      measures: Engine.measures)
    // Runs share out the threads first; household records are too many to be kept until their turn.
    let atOnce = plan.microdataAt.isEmpty ? engine.simultaneousRuns : 1
    var replication = 1
    while replication <= plan.replications {
      let together = replication..<min(replication + atOnce, plan.replications + 1)
      if together.count == atOnce && atOnce > 1 {
        for (identity, result) in runTogether(together, hasSettled: hasSettled, progress: progress) {
          try sink.take(result, of: identity)
          accumulator.add(result, of: identity)
        }
      } else {
        for replication in together {
          progress(self.progress(replication: replication, scenario: nil, quarter: 0))
          let settled = engine.settled(replication: replication)
          hasSettled(settled)
          for identity in identities(of: replication) {
            let result = try run(
              plan.scenarios[identity.scenario], from: settled, identity: identity, into: sink, progress: progress)
            accumulator.add(result, of: identity)
          }
        }
      }
      replication = together.upperBound
    }
    return accumulator.summary()
  }

  private func identities(of replication: Int) -> [RunIdentity] {
    plan.scenarios.enumerated().map { index, scenario in
      RunIdentity(scenario: index, scenarioName: scenario.name, replication: replication)
    }
  }

  /// Runs several replications at the same time, each on a thread of its own; results come in the usual order.
  private func runTogether(
    _ replications: Range<Int>, hasSettled: (Engine.Settled) -> Void, progress: (ExperimentProgress) -> Void
  ) -> [(RunIdentity, RunResult)] {
    let doneBefore = (replications.lowerBound - 1) * plan.scenarios.count * plan.quarters
    let engine = engine.onOneThread()
    let state = Mutex((done: doneBefore, results: [RunIdentity: RunResult]()))
    withoutActuallyEscaping(progress) { progress in
      withoutActuallyEscaping(hasSettled) { hasSettled in
        nonisolated(unsafe) let (tell, show) = (progress, hasSettled)
        WorkerTeam(count: replications.count).share(replications.count) { piece, _ in
          let settled = engine.settled(replication: replications.lowerBound + piece)
          if piece == 0 { state.withLock { _ in show(settled) } }
          for identity in identities(of: replications.lowerBound + piece) {
            let result = engine.run(
              plan.scenarios[identity.scenario], from: settled, replication: identity.replication,
              observeEvery: plan.observeEvery, microdataAt: [],
              progress: { _ in
                state.withLock { state in
                  state.done += 1
                  tell(self.progress(replications.lowerBound, scenario: identity.scenario, done: state.done))
                }
              }, record: { _ in })
            state.withLock { $0.results[identity] = result }
          }
        }
      }
    }
    let results = state.withLock { $0.results }
    return replications.flatMap(identities).compactMap { identity in results[identity].map { (identity, $0) } }
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
    return progress(replication, scenario: scenario, done: done)
  }

  private func progress(_ replication: Int, scenario: Int?, done: Int) -> ExperimentProgress {
    ExperimentProgress(
      replication: replication, replications: plan.replications,
      scenarioName: scenario.map { plan.scenarios[$0].name },
      fraction: Double(done) / Double(plan.replications * plan.scenarios.count * plan.quarters))
  }
}
