public import Statistics

/// A mean over replications with its error; NaN where too few replications define it.
public struct Estimate: Hashable, Sendable {
  /// Mean over replications; NaN without any.
  public let mean: Double
  /// Standard deviation between replications; NaN with fewer than two.
  public let standardDeviation: Double
  /// Standard error of the mean; NaN with fewer than two.
  public let standardError: Double
  /// Lower end of the 95% interval; NaN with fewer than two.
  public let low: Double
  /// Upper end of the 95% interval; NaN with fewer than two.
  public let high: Double
  /// Replications in which the quantity was defined.
  public let replications: Int

  /// Sums up what replications gave: the interval is Student's, with one degree of freedom less than replications.
  /// - Parameter moments: the replications in which the quantity was defined.
  public init(_ moments: RunningMoments) {
    replications = moments.count
    mean = moments.count > 0 ? moments.mean : .nan
    standardDeviation = moments.count > 1 ? moments.standardDeviation : .nan
    standardError = moments.count > 1 ? moments.standardError : .nan
    let interval = moments.confidenceInterval(
      level: 0.95, factor: IntervalWidth.factor(replications: moments.count))
    low = interval.lower
    high = interval.upper
  }

  /// Creates an estimate from its numbers.
  public init(
    mean: Double, standardDeviation: Double, standardError: Double, low: Double, high: Double, replications: Int
  ) {
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.standardError = standardError
    self.low = low
    self.high = high
    self.replications = replications
  }

  /// Whether there is an interval.
  public var hasInterval: Bool { !low.isNaN && !high.isNaN }

  /// Whether the interval includes zero, or there is none to tell.
  public var mayBeZero: Bool { !hasInterval || (low <= 0 && high >= 0) }
}
