/// Who counts as poor in several indicators at once: a weight for each indicator and a cut-off for their sum.
///
///     c = sum over j of w_j d_j,  poor where c >= k
///
/// with d_j = 1 where a member is deprived in indicator j, otherwise 0, and weights w that add up to 1. A cut-off of 1
/// asks for all indicators, one up to the smallest weight for any.
///
/// Source: Alkire and Foster 2011, doi:10.1016/j.jpubeco.2010.11.006.
public struct DeprivationRule: Hashable, Sendable {
  /// The weight of each indicator; they add up to 1, or all are NaN.
  public let weights: [Double]
  /// The share of all weights from which a member counts as poor, above 0 and at most 1.
  public let cutoff: Double

  /// Weights add up with rounding, which must not decide who is poor.
  private static let tolerance = 0x1p-30

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - weights: A weight for each indicator, at least 0, in any unit; without a positive one nobody is poor.
  ///   - cutoff: The share of all weights from which a member counts as poor.
  /// - Precondition: There are at most 64 indicators, and the cut-off is above 0 and at most 1.
  /// - Complexity: O(indicators).
  public init(weights: [Double], cutoff: Double) {
    precondition(weights.count <= 64, "there are at most 64 indicators")
    precondition(cutoff > 0 && cutoff <= 1, "a cut-off is above 0 and at most 1")
    let total = weights.reduce(0, +)
    self.weights = weights.map { $0 / total }
    self.cutoff = cutoff
  }

  /// The weighted share of indicators in which a member is deprived.
  ///
  /// - Parameter deprivations: A bit for each indicator, the first the lowest: 1 where the member is deprived.
  /// - Returns: The score c, 0...1.
  /// - Precondition: There are no bits beyond the indicators.
  /// - Complexity: O(deprivations), no allocation.
  public func score(_ deprivations: UInt64) -> Double {
    var score = 0.0
    var left = deprivations
    while left != 0 {
      score += weights[left.trailingZeroBitCount]
      left &= left - 1
    }
    return score
  }

  /// Whether a member with a score counts as poor.
  ///
  /// - Parameter score: As ``score(_:)`` gives it; NaN is not poor.
  /// - Returns: Whether it reaches the cut-off, but for rounding.
  /// - Complexity: O(1).
  public func isPoor(score: Double) -> Bool { score >= cutoff - Self.tolerance }
}
