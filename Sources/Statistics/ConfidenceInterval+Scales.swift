internal import ExactMath

extension ConfidenceInterval {
  /// An interval on the plain scale, for what can be any number: differences, balances.
  ///
  ///     value +- factor standardError
  ///
  /// - Parameters:
  ///   - value: The estimate, in any unit.
  ///   - standardError: Its standard error, in the same unit.
  ///   - factor: How many standard errors it reaches to each side, for example Student's quantile of (1 + level) / 2.
  /// - Returns: The interval; both ends are NaN where the error or the factor is.
  /// - Complexity: O(1).
  public static func symmetric(about value: Double, standardError: Double, factor: Double) -> Self {
    let reach = factor * standardError
    return Self(lower: value - reach, upper: value + reach)
  }

  /// An interval on the logarithmic scale, for what cannot be negative: durations, ratios, amounts.
  ///
  ///     value exp(+-factor standardError / value)
  ///
  /// The error of the logarithm is that of the value over the value (delta method). A value of 0 has not varied, since
  /// nothing is negative, and bounds nothing above: its interval is 0 alone.
  ///
  /// - Parameters:
  ///   - value: The estimate, in any unit.
  ///   - standardError: Its standard error, in the same unit.
  ///   - factor: How many standard errors it reaches to each side on the logarithmic scale.
  /// - Returns: The interval, at or above 0; the upper end is infinite beyond e^700 times the value, and both are NaN where
  ///   the error or the factor is. A value below 0 is none of these and has the symmetric interval.
  /// - Complexity: O(1).
  ///
  /// Source: Kalbfleisch and Prentice 2002, The Statistical Analysis of Failure Time Data, 1.4 (intervals of transformed
  /// parameters); Agresti 2013, Categorical Data Analysis, 3.1 (ratios).
  public static func positive(about value: Double, standardError: Double, factor: Double) -> Self {
    guard value > 0 else { return symmetric(about: value, standardError: standardError, factor: factor) }
    let reach = factor * standardError / value
    guard reach != 0 else { return Self(lower: value, upper: value) }
    let lower = value * exponential(-reach)
    return Self(lower: lower, upper: reach > 700 ? .infinity : value * exponential(reach))
  }

  /// An interval on the scale of log-odds, for shares and probabilities.
  ///
  ///     logit p +- factor standardError / (p (1 - p)),  logit p = ln(p / (1 - p))
  ///
  /// The error of the log-odds is that of the share over p (1 - p) (delta method), so that the interval lies within 0...1
  /// and is wider towards 1/2. A share of 0 or 1 has no log-odds and no error to go by: its interval is the exact one of so
  /// many independent yes-or-no answers, ``exact(isOne:number:level:)``.
  ///
  /// - Parameters:
  ///   - share: The estimate p, 0...1; ``ValueRange/isAtEnd(_:)`` tells whether it is at an end but for rounding.
  ///   - standardError: Its standard error.
  ///   - factor: How many standard errors it reaches to each side on the scale of log-odds.
  ///   - number: How many independent answers a share of 0 or 1 rests on: the effective sample size.
  ///   - level: The probability of covering the truth.
  /// - Returns: The interval, within 0...1; both ends are NaN where the error or the factor is.
  /// - Complexity: O(1).
  ///
  /// Source: Agresti 2013, Categorical Data Analysis, 3.1 and 16.6; Korn and Graubard 1998, Survey Methodology 24(2),
  /// 193-201, for the exact interval with the effective sample size.
  public static func share(
    _ share: Double, standardError: Double, factor: Double, effectiveNumber number: Double, level: Double
  ) -> Self {
    guard !share.isNaN, !standardError.isNaN, !factor.isNaN else { return Self(lower: .nan, upper: .nan) }
    guard !ValueRange.share.isAtEnd(share) else { return exact(isOne: share > 0.5, number: number, level: level) }
    let reach = factor * standardError / (share * (1 - share))
    guard reach != 0 else { return Self(lower: share, upper: share) }
    let logOdds = naturalLogarithm(share / (1 - share))
    // The way there and back rounds, which must not put the share outside.
    return Self(
      lower: min(share, logistic(logOdds - reach)), upper: max(share, logistic(logOdds + reach)))
  }

  /// The exact interval of a share that was 0, or 1, among independent yes-or-no answers.
  ///
  ///     0 ... 1 - (a / 2)^(1 / n)  where none said yes,  (a / 2)^(1 / n) ... 1  where all did,  a = 1 - level
  ///
  /// - Parameters:
  ///   - isOne: Whether all said yes; otherwise none did.
  ///   - number: Answers n, above 0; it need not be whole.
  ///   - level: The probability of covering the truth.
  /// - Returns: The interval.
  /// - Complexity: O(1).
  ///
  /// Source: Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404.
  public static func exact(isOne: Bool, number: Double, level: Double) -> Self {
    let end = exponential(naturalLogarithm((1 - level) / 2) / number)
    return isOne ? Self(lower: end, upper: 1) : Self(lower: 0, upper: 1 - end)
  }
}
