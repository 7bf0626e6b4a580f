internal import ExactMath

/// The ratio of two means that were observed together, with Fieller's interval.
///
///     r = x / y;  the interval holds all r with (x - r y)^2 <= t^2 (Vxx - 2 r Vxy + r^2 Vyy)
///
/// These are the ratios for which `x - r y` does not differ from 0 by Student's test. They are a bounded interval exactly
/// where the interval of y excludes 0.
///
/// Source: Fieller 1954, doi:10.1111/j.2517-6161.1954.tb00159.x.
public struct RatioOfMeans: Hashable, Sendable {
  /// The ratio; NaN where the denominator is 0.
  public let value: Double
  /// The lower end of the interval; NaN where there is no bounded one.
  public let lower: Double
  /// The upper end of the interval; NaN where there is no bounded one.
  public let upper: Double

  /// Works out the ratio.
  ///
  /// - Parameters:
  ///   - numerator: The mean x, in any unit.
  ///   - denominator: The mean y, in any unit.
  ///   - varianceOfNumerator: The variance Vxx of the mean x.
  ///   - varianceOfDenominator: The variance Vyy of the mean y.
  ///   - covariance: The covariance Vxy of the two means.
  ///   - factor: How many standard errors the interval of a mean reaches to each side, the Student quantile t.
  /// - Complexity: O(1).
  public init(
    numerator: Double, denominator: Double, varianceOfNumerator: Double, varianceOfDenominator: Double,
    covariance: Double, factor: Double
  ) {
    value = denominator == 0 ? .nan : numerator / denominator
    let square = factor * factor
    let leading = denominator * denominator - square * varianceOfDenominator
    guard leading > 0 else {
      (lower, upper) = (.nan, .nan)
      return
    }
    let middle = numerator * denominator - square * covariance
    let last = numerator * numerator - square * varianceOfNumerator
    // At least 0 where `leading` is positive; rounding can bring it a trace below. NaN stays NaN.
    let discriminant = middle * middle - leading * last
    let root = discriminant < 0 ? 0 : squareRootOfMagnitude(discriminant)
    lower = (middle - root) / leading
    upper = (middle + root) / leading
  }

  /// Whether there is a bounded interval.
  public var isBounded: Bool { !lower.isNaN && !upper.isNaN }
}
