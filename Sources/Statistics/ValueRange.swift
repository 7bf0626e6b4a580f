internal import ExactMath

/// What values a quantity can take, from which the scale of its intervals follows.
public enum ValueRange: Hashable, Sendable {
  /// Any number, as differences and balances can be: intervals on the plain scale.
  case anyNumber
  /// No number below 0, as of durations, ratios and amounts: intervals on the logarithmic scale.
  case notNegative
  /// No number above 0, as of repayments among costs: as if the sign were turned.
  case notPositive
  /// From 0 to a bound, as of shares and probabilities (to 1): intervals on the scale of log-odds.
  case upTo(Double)

  /// The range of shares and probabilities.
  public static let share = ValueRange.upTo(1)

  /// Whether a value is at an end of a bounded range, where there are no log-odds: nearer to it than rounding tells.
  ///
  /// - Parameter value: A value of the range, or one that rounding put beyond its ends.
  /// - Returns: Whether it is no farther from an end than ``RoundingTolerance`` of the bound; false for NaN, and where the
  ///   range has no bound above.
  /// - Complexity: O(1).
  public func isAtEnd(_ value: Double) -> Bool {
    guard case .upTo(let bound) = self else { return false }
    let least = RoundingTolerance.share
    return value / bound <= least || 1 - value / bound <= least
  }

  /// The 95% interval of an estimate on the scale of the range.
  ///
  /// - Parameters:
  ///   - value: The estimate, in any unit.
  ///   - standardError: Its standard error, in the same unit.
  ///   - factor: How many standard errors the interval reaches to each side on its scale.
  ///   - effectiveNumber: How many independent answers a value at an end of a bounded range rests on.
  /// - Returns: The interval, within the range; both ends are NaN where the error or the factor is.
  /// - Complexity: O(1).
  public func interval(
    about value: Double, standardError: Double, factor: Double, effectiveNumber: Double
  ) -> ConfidenceInterval {
    switch self {
    case .anyNumber: return .symmetric(about: value, standardError: standardError, factor: factor)
    case .notNegative: return .positive(about: value, standardError: standardError, factor: factor)
    case .notPositive:
      let turned = ConfidenceInterval.positive(about: -value, standardError: standardError, factor: factor)
      return ConfidenceInterval(lower: 0 - turned.upper, upper: 0 - turned.lower)
    case .upTo(let bound):
      let share = ConfidenceInterval.share(
        value / bound, standardError: standardError / bound, factor: factor, effectiveNumber: effectiveNumber,
        level: 0.95)
      // Scaling rounds, which must not put the value outside; NaN stays NaN.
      let (lower, upper) = (bound * share.lower, bound * share.upper)
      return ConfidenceInterval(lower: lower > value ? value : lower, upper: upper < value ? value : upper)
    }
  }

  /// The standard error that a share has with so many independent answers, where it happened not to vary.
  ///
  ///     sqrt(p (1 - p) / effectiveNumber)
  ///
  /// - Parameters:
  ///   - value: A value of the range.
  ///   - effectiveNumber: The effective sample size, above 0.
  /// - Returns: The error; nil where the range is not bounded, or the value at one of its ends.
  /// - Complexity: O(1).
  public func standardError(of value: Double, effectiveNumber: Double) -> Double? {
    guard case .upTo(let bound) = self, !value.isNaN, !isAtEnd(value) else { return nil }
    return squareRootOfMagnitude(value * (bound - value) / effectiveNumber)
  }

  /// The number of independent answers with which a share would have the error that it has.
  ///
  ///     p (1 - p) / standardError^2
  ///
  /// - Parameters:
  ///   - value: A value of the range.
  ///   - standardError: Its standard error.
  /// - Returns: The effective sample size; nil where the range is not bounded, the value at one of its ends, or the error 0
  ///   or undefined.
  /// - Complexity: O(1).
  ///
  /// Source: Korn and Graubard 1998, Survey Methodology 24(2), 193-201.
  public func effectiveNumber(of value: Double, standardError: Double) -> Double? {
    guard case .upTo(let bound) = self, !value.isNaN, !isAtEnd(value), standardError > 0 else { return nil }
    return value * (bound - value) / (standardError * standardError)
  }
}
