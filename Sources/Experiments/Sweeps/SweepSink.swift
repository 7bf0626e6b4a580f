/// Takes what points gave, in their order.
public protocol SweepSink: AnyObject {
  /// Takes the next point.
  /// - Parameter outcome: what it gave.
  /// - Throws: what keeps the sink from taking it; the sweep then ends.
  func take(_ outcome: PointOutcome) throws
}
