/// How far a sweep has come.
public struct SweepProgress: Hashable, Sendable {
  /// Points that are done.
  public let done: Int
  /// Points in all.
  public let points: Int
  /// Share of the work of this execution that is done, 0-1.
  public let fraction: Double
}
