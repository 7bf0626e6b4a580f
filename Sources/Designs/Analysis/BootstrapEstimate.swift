/// An estimate with a bootstrap percentile interval.
public struct BootstrapEstimate: Hashable, Sendable {
  /// The estimate from the data as they are; NaN if it is undefined.
  public var value: Double
  /// The lower end of the interval; NaN without resamples in which the estimate is defined.
  public var lower: Double
  /// The upper end of the interval; NaN without resamples in which the estimate is defined.
  public var upper: Double

  /// An estimate.
  public init(value: Double, lower: Double, upper: Double) {
    self.value = value
    self.lower = lower
    self.upper = upper
  }
}
