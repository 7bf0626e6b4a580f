internal import ExactMath

/// A statistic of a weighted sample with the influence of each row: what one person more in it changes.
///
///     T(w),  z_i = dT / dw_i
///
/// Sums of totals have the sum of their influences, and every smooth function of statistics follows by the chain rule,
/// so that a measure written as a formula of totals carries its own linearisation. For a statistic that does not
/// depend on the scale of the weights the influences, weighted, sum to 0, and the variance of the weighted total of
/// the influences is that of the statistic in large samples.
///
/// Every operation takes O(n) for n rows; statistics that are combined are of one sample.
///
/// Source: Deville 1999, Survey Methodology 25(2), 193-203; Woodruff 1971, doi:10.1080/01621459.1971.10482279.
struct LinearisedStatistic: Sendable {
  /// The value, in the unit of the statistic.
  let value: Double
  /// The influence of each row: unit of the statistic over unit of the weights.
  let influences: [Double]
  /// The size of the figures that the value is made of, in its unit: what it and its error are rounding alone beside.
  let magnitude: Double

  // MARK: - Arithmetic

  static func + (left: Self, right: Self) -> Self {
    combined(left.value + right.value, left.magnitude + right.magnitude, left, right) { $0 + $1 }
  }

  static func - (left: Self, right: Self) -> Self {
    combined(left.value - right.value, left.magnitude + right.magnitude, left, right) { $0 - $1 }
  }

  static func * (left: Self, right: Self) -> Self {
    combined(left.value * right.value, left.magnitude * right.magnitude, left, right) {
      $0 * right.value + left.value * $1
    }
  }

  /// The ratio; NaN where the second is 0.
  static func / (left: Self, right: Self) -> Self {
    guard right.value != 0 else { return combined(.nan, .nan, left, right) { _, _ in .nan } }
    let ratio = left.value / right.value
    let magnitude = (left.magnitude + ratio.magnitude * right.magnitude) / right.value.magnitude
    return combined(ratio, magnitude, left, right) { ($0 - ratio * $1) / right.value }
  }

  static func - (number: Double, statistic: Self) -> Self {
    Self(
      value: number - statistic.value, influences: statistic.influences.map { -$0 },
      magnitude: number.magnitude + statistic.magnitude)
  }

  static func * (number: Double, statistic: Self) -> Self {
    statistic.mapped(to: number * statistic.value, derivative: number)
  }

  // MARK: - Functions

  /// A smooth function of the statistic, by its value and its derivative at the value of the statistic.
  func mapped(to value: Double, derivative: Double) -> Self {
    Self(
      value: value, influences: influences.map { derivative * $0 },
      magnitude: value.magnitude + derivative.magnitude * magnitude)
  }

  /// The natural logarithm; NaN where the statistic is not positive.
  var logarithm: Self { mapped(to: naturalLogarithm(value), derivative: 1 / value) }

  /// The exponential function.
  var exponential: Self {
    let power = ExactMath.exponential(value)
    return mapped(to: power, derivative: power)
  }

  private static func combined(
    _ value: Double, _ magnitude: Double, _ left: Self, _ right: Self, _ influence: (Double, Double) -> Double
  ) -> Self {
    precondition(left.influences.count == right.influences.count, "both are statistics of one sample")
    return Self(
      value: value, influences: zip(left.influences, right.influences).map { influence($0, $1) }, magnitude: magnitude)
  }
}
