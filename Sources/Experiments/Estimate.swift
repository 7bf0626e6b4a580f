internal import ExactMath
public import Statistics

/// A mean over replications with its error; NaN where too few replications define it.
public struct Estimate: Hashable, Sendable {
  /// Mean over replications; NaN without any.
  public var mean: Double
  /// Standard deviation between replications; NaN with fewer than two.
  public var standardDeviation: Double
  /// Standard error of the mean; NaN with fewer than two.
  public var standardError: Double
  /// Lower end of the 95% interval; NaN with fewer than two.
  public var low: Double
  /// Upper end of the 95% interval; NaN with fewer than two.
  public var high: Double
  /// Replications in which the quantity was defined.
  public var replications: Int

  /// What no replication has defined.
  public static let undefined = Estimate(RunningMoments())

  /// Whether there is an interval.
  public var hasInterval: Bool { !low.isNaN && !high.isNaN }

  /// Whether the interval includes zero, or there is none to tell.
  public var mayBeZero: Bool { !hasInterval || (low <= 0 && high >= 0) }
}

extension Estimate {
  /// Sums up what replications gave of a difference, or of what else can be any number.
  public init(_ moments: RunningMoments) { self.init(moments, range: .anyNumber) }

  /// Sums up what replications gave.
  ///
  /// The interval is Student's, with one degree of freedom less than replications, on the scale of the range. Where a
  /// share was 0 or 1 in all of them, a replication counts as one answer unless more is known: its households share its
  /// luck, and whatever they have in common, the exact interval of so many answers covers the mean with 95% or more.
  /// One between them that chanced to be the same in all has the error of the answers that are known: the effective
  /// number of independent ones on which a share that did not vary rests.
  public init(_ moments: RunningMoments, range: ValueRange, effectiveNumber: Double? = nil) {
    self.init(
      mean: moments.mean, standardDeviation: moments.standardDeviation, standardError: moments.standardError,
      range: range, replications: moments.count, effectiveNumber: effectiveNumber)
  }

  /// Creates an estimate from its error, with the interval of its range.
  init(
    mean: Double, standardDeviation: Double, standardError: Double, range: ValueRange, replications: Int,
    effectiveNumber: Double? = nil
  ) {
    let ofAnswers =
      standardError == 0 ? effectiveNumber.flatMap { range.standardError(of: mean, effectiveNumber: $0) } : nil
    let interval = range.interval(
      about: mean, standardError: ofAnswers ?? standardError,
      factor: ofAnswers == nil ? IntervalWidth.factor(replications: replications) : normalQuantile(0.975),
      effectiveNumber: effectiveNumber ?? Double(replications))
    self.init(
      mean: mean, standardDeviation: standardDeviation, standardError: standardError, low: interval.lower,
      high: interval.upper, replications: replications)
  }
}
