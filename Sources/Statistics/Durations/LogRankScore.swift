internal import ExactMath

/// How many more events a group has than it would have with the hazards of both groups together.
///
///     O - E = sum over durations of d_1 - n_1 h,  h = (d_1 + d_2) / (n_1 + n_2)
///     V = sum over durations of n_1 n_2 h (1 - h) (n_2 w_1 + n_1 w_2) / (n_1 + n_2)^2  nu / (nu - 1)
///
/// with `n` at risk, `d` events, `w` what one of the effective number stands for and `nu` the effective number of both
/// groups. Without weights `V` is the hypergeometric variance of the log-rank test, `n_1 n_2 d (n - d) / (n^2 (n - 1))`,
/// and `(O - E)^2 / V` is chi-square with one degree of freedom where the hazards are the same and members independent.
///
/// Source: Mantel 1966, Cancer Chemotherapy Reports 50, 163-170; Peto and Peto 1972, doi:10.2307/2344317.
public struct LogRankScore: Hashable, Sendable {
  /// Events of the first group, in the unit of the weights.
  public private(set) var events = 0.0
  /// Observed minus expected events, positive where the event comes earlier in the first group.
  ///
  /// Exactly 0 for a group against itself.
  public private(set) var score = 0.0
  /// The variance of the score where hazards are the same and members independent, in squared units.
  public private(set) var variance = 0.0

  /// Compares two groups.
  ///
  /// - Parameters:
  ///   - first: Those at risk in the first group, by duration.
  ///   - second: Those at risk in the second group, by the same durations; where one list is shorter nobody is at risk.
  /// - Complexity: O(number of durations).
  public init(_ first: [RiskSet], _ second: [RiskSet]) {
    for (first, second) in zip(first, second) where first.atRisk > 0 && second.atRisk > 0 { add(first, second) }
  }

  /// Events that the first group would have with the hazards of both together.
  public var expected: Double { events - score }

  /// The classical statistic `(O - E)^2 / V`; NaN without variance.
  public var chiSquare: Double { Self.chiSquare(score: score, variance: variance) }

  /// The classical statistic of a sum of scores and of their variances, for strata that are tested together.
  ///
  /// - Parameters:
  ///   - score: The sum of `O - E`.
  ///   - variance: The sum of the variances.
  /// - Returns: The statistic; NaN without variance.
  public static func chiSquare(score: Double, variance: Double) -> Double {
    variance > 0 ? score * score / variance : .nan
  }

  /// The probability of a chi-square number with one degree of freedom above a value.
  ///
  ///     P(X > x) = 2 Phi(-sqrt x)
  ///
  /// - Parameter chiSquare: The value, at least 0.
  /// - Returns: The probability; NaN for NaN.
  /// - Complexity: O(1).
  public static func probability(ofExceeding chiSquare: Double) -> Double {
    2 * normalCumulative(-squareRootOfMagnitude(chiSquare))
  }

  private mutating func add(_ first: RiskSet, _ second: RiskSet) {
    let atRisk = first.atRisk + second.atRisk
    let hazard = (first.events + second.events) / atRisk
    events += first.events
    // The same as d_1 - n_1 h, and exactly 0 where the groups are the same.
    score += (second.atRisk * first.events - first.atRisk * second.events) / atRisk
    let number = first.effectiveNumber + second.effectiveNumber
    guard number > 1 else { return }
    let weights = (second.atRisk * first.meanWeight + first.atRisk * second.meanWeight) / (atRisk * atRisk)
    variance += first.atRisk * second.atRisk * hazard * (1 - hazard) * weights * number / (number - 1)
  }
}
