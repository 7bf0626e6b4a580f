internal import Statistics

/// The difference of two means over the same replications, with an interval that holds for several such differences.
public struct PairedDifference: Hashable, Sendable {
  /// The mean difference.
  public let mean: Double
  /// Lower end of the interval; NaN with fewer than two replications.
  public let low: Double
  /// Upper end of the interval.
  public let high: Double

  /// Creates a difference from its numbers.
  public init(mean: Double, low: Double, high: Double) {
    self.mean = mean
    self.low = low
    self.high = high
  }

  /// The first of two scenarios less the second; its interval is one of several that hold together.
  init(_ first: Int, _ second: Int, _ means: MeansAgainstFirst, intervals: Int) {
    let factor = IntervalWidth.factor(replications: means.moments.count, intervals: intervals)
    let width = factor * means.varianceOfDifference(first, second).squareRoot()
    mean = means.difference(first, second)
    (low, high) = (mean - width, mean + width)
  }

  /// Whether the interval includes 0, or there is none to tell.
  public var mayBeZero: Bool { !(low > 0 || high < 0) }
}
