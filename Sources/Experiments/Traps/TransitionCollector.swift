public import Households

/// Keeps the moves of every run of an experiment, and nothing else.
public final class TransitionCollector: ResultSink {
  /// The moves by scenario and replication, `to + 64 * from`.
  public private(set) var moves: [[[Double]]]

  /// A collector without runs, for so many scenarios.
  public init(scenarios: Int) { moves = Array(repeating: [], count: scenarios) }

  /// Keeps the moves of a run.
  public func take(_ result: RunResult, of run: RunIdentity) { moves[run.scenario].append(result.transitions) }
}
