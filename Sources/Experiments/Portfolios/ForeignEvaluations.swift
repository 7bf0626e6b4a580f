/// Why a search cannot go on from an earlier one: a replication is not of the mixes that it would run.
public struct ForeignEvaluations: Error, Hashable, CustomStringConvertible {
  /// The replication.
  public let replication: Int

  /// What is wrong.
  public var description: String {
    "replication \(replication) of the evaluations is not of the mixes that this search runs in it"
  }
}
