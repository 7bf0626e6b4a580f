public import Households

/// What the runs of one point gave.
public struct PointOutcome: Sendable {
  /// The point, from 0.
  public let point: Int
  /// The values, `measure + measures * (replication + replications * scenario)`, all counted from 0; NaN where one is
  /// undefined; empty where the point could not be run.
  public let values: [Double]
  /// Why the point could not be run; nil where it was.
  public var refusal: String?
  /// The scenarios as they were run.
  public var scenarios: [Scenario] = []
  /// How far their programmes have come, by scenario.
  public var reaches: [[ReachSummary]] = []
}
