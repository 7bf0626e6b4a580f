public import Households

/// Replications that an earlier execution of the same experiment has finished, from the first without a gap.
public protocol FinishedReplications {
  /// How many there are.
  var count: Int { get }

  /// Tells of each of their runs, in the order in which an experiment makes them.
  ///
  /// The results hold what summaries need: observations, costs, course, stocktake and attribution.
  /// - Parameter take: called with each run.
  /// - Throws: what keeps them from being read, and what `take` throws.
  func replay(_ take: (RunResult, RunIdentity) throws -> Void) throws
}
