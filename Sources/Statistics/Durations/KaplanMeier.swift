internal import ExactMath

/// The share to whom an event has not happened yet, by duration, where some are lost from sight before it does.
///
///     S(t) = product over s <= t of (1 - h_s),  h_s = events / at risk
///     Var S(t) = S(t)^2 sum over s <= t of h_s / ((1 - h_s) n_s)                                     (Greenwood)
///     interval: S^exp(+-z sqrt(Var S) / (S |ln S|)), which stays within 0...1                        (log-log)
///
/// `n` is the effective number at risk, the number itself where all weights are the same. Members count as independent.
/// Those who are lost at a duration count as at risk at it.
///
/// Source: Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452; Greenwood 1926, Reports on Public Health and
/// Medical Subjects 33; Kalbfleisch and Prentice 2002, The Statistical Analysis of Failure Time Data, 1.4.
public struct KaplanMeier: Hashable, Sendable {
  /// The share without the event after each duration, 0...1, never rising; NaN from where nobody is at risk.
  public let survival: [Double]
  /// Greenwood's variance of each share; 0 before the first event and where none is left.
  public let variance: [Double]

  /// Follows the curve.
  ///
  /// - Parameter riskSets: Those at risk at each duration, in order of duration.
  /// - Complexity: O(number of durations).
  public init(_ riskSets: some Sequence<RiskSet>) {
    var (survival, variance): ([Double], [Double]) = ([], [])
    var (share, sum) = (1.0, 0.0)
    for riskSet in riskSets {
      let hazard = riskSet.hazard
      share *= 1 - hazard
      sum += hazard / ((1 - hazard) * riskSet.effectiveNumber)
      survival.append(share)
      variance.append(share == 0 ? 0 : share * share * sum)
    }
    self.survival = survival
    self.variance = variance
  }

  /// The standard error of a share, the root of Greenwood's variance.
  ///
  /// - Parameter index: The index of the duration.
  /// - Returns: The error; NaN where the share is.
  public func standardError(at index: Int) -> Double { squareRootOfMagnitude(variance[index]) }

  /// The log-log interval of a share.
  ///
  /// - Parameters:
  ///   - index: The index of the duration.
  ///   - level: The probability of covering the truth, above 0 and below 1.
  /// - Returns: The interval; both ends are NaN where the share is 0, 1 or undefined.
  /// - Precondition: The level is above 0 and below 1.
  /// - Complexity: O(1).
  public func interval(at index: Int, level: Double = 0.95) -> ConfidenceInterval {
    precondition(level > 0 && level < 1, "a confidence level must be above 0 and below 1")
    let share = survival[index]
    guard share > 0, share < 1 else { return ConfidenceInterval(lower: .nan, upper: .nan) }
    let logarithm = naturalLogarithm(share)
    let spread = normalQuantile((1 + level) / 2) * standardError(at: index) / (share * logarithm.magnitude)
    return ConfidenceInterval(
      lower: exponential(logarithm * exponential(spread)), upper: exponential(logarithm * exponential(-spread)))
  }

  /// The first duration after which at most half are without the event.
  ///
  /// - Returns: The index of the duration; nil where it is not reached.
  /// - Complexity: O(number of durations).
  public func medianIndex() -> Int? { survival.firstIndex { RoundingTolerance.difference($0, 0.5) <= 0 } }
}
