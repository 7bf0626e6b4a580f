public import ExactMath

/// Weighted sums behind the index of inequality T of Theil, which differences at the top move most.
///
///     T = sum over i of w_i y_i ln y_i / sum over i of w_i y_i - ln m,  m = sum over i of w_i y_i / sum over i of w_i
///
/// A member with nothing adds 0. Sums of disjoint groups add up; see ``InequalityDecomposition``, with shares of income.
///
/// Source: Shorrocks 1980, doi:10.2307/1913126, on Theil 1967.
public struct TheilIndex: Hashable, Sendable {
  /// The sum of all weights, in persons or households.
  public private(set) var totalWeight: Double
  /// The sum of weights times values.
  public private(set) var total: Double
  /// The sum of weights times values times their logarithms.
  public private(set) var weightedEntropy: Double

  /// The given sums; nobody's unless told otherwise.
  ///
  /// - Parameters:
  ///   - totalWeight: The sum of all weights.
  ///   - total: The sum of weights times values.
  ///   - weightedEntropy: The sum of weights times values times their logarithms.
  /// - Complexity: O(1).
  public init(totalWeight: Double = 0, total: Double = 0, weightedEntropy: Double = 0) {
    self.totalWeight = totalWeight
    self.total = total
    self.weightedEntropy = weightedEntropy
  }

  /// A value times its logarithm.
  ///
  /// - Parameter value: Income or another amount, at least 0.
  /// - Returns: y ln y, its limit 0 at 0; NaN for negative numbers and NaN.
  /// - Complexity: O(1), no allocation.
  @inlinable @inline(__always)
  public static func entropy(of value: Double) -> Double { value == 0 ? 0 : value * naturalLogarithm(value) }

  /// Counts one member.
  ///
  /// - Parameters:
  ///   - value: Income or another amount, at least 0.
  ///   - weight: The number of persons or households the member stands for, at least 0.
  /// - Complexity: O(1), no allocation.
  public mutating func add(_ value: Double, weight: Double) {
    totalWeight += weight
    total += weight * value
    weightedEntropy += weight * Self.entropy(of: value)
  }

  /// The index, from 0 for equality to ln(n) where one of n has all; NaN without weight or where nobody has anything.
  public var index: Double {
    let logarithm = naturalLogarithm(total / totalWeight)
    let index = weightedEntropy / total - logarithm
    // Rounding can bring it to either side of 0 where all are equal; NaN stays NaN.
    return index < RoundingTolerance.share * max(1, logarithm.magnitude) ? 0 : index
  }
}
