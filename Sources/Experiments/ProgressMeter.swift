internal import Households
internal import Synchronization

/// Counts the quarters of an experiment, whichever threads they are run on, and tells how far it has come.
final class ProgressMeter: Sendable {
  private struct State {
    var quarters: Int
    var replications: Int
    var expected: Int
  }

  private let plan: ExperimentPlan
  private let state: Mutex<State>
  /// Called by one thread at a time, under the lock.
  private nonisolated(unsafe) let tell: (ExperimentProgress) -> Void

  init(_ plan: ExperimentPlan, _ tally: ReplicationTally, tell: @escaping (ExperimentProgress) -> Void) {
    self.plan = plan
    self.tell = tell
    state = Mutex(
      State(
        quarters: tally.replications * plan.scenarios.count * plan.quarters, replications: tally.replications,
        expected: tally.expected))
  }

  func settle() { state.withLock { show($0, scenario: nil) } }

  /// A quarter of a scenario is done.
  func advance(scenario: Int) {
    state.withLock { state in
      state.quarters += 1
      show(state, scenario: scenario)
    }
  }

  /// More replications are complete.
  func update(_ tally: ReplicationTally) {
    state.withLock { ($0.replications, $0.expected) = (tally.replications, tally.expected) }
  }

  private func show(_ state: State, scenario: Int?) {
    let quarters = state.expected * plan.scenarios.count * plan.quarters
    tell(
      ExperimentProgress(
        replication: min(state.replications + 1, state.expected), replications: state.expected,
        scenarioName: scenario.map { plan.scenarios[$0].name },
        fraction: min(1, Double(state.quarters) / Double(quarters))))
  }
}
