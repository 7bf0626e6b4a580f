internal import ExactMath

/// Weighted sums behind the mean logarithmic deviation, Theil's L, which differences at the bottom move most.
///
///     L = ln m - sum over i of w_i ln y_i / sum over i of w_i,  m = sum over i of w_i y_i / sum over i of w_i
///
/// where y is the value or, below it, the floor: one member with nothing would make the index infinite. Sums of disjoint
/// groups add up; see ``InequalityDecomposition``, with shares of members.
///
/// Source: Shorrocks 1980, doi:10.2307/1913126, on Theil 1967.
public struct MeanLogDeviation: Hashable, Sendable {
  /// The sum of all weights, in persons or households.
  public private(set) var totalWeight: Double
  /// The sum of weights times values, none below the floor.
  public private(set) var total: Double
  /// The sum of weights times logarithms of these values.
  public private(set) var weightedLogarithm: Double

  /// The given sums; nobody's unless told otherwise.
  ///
  /// - Parameters:
  ///   - totalWeight: The sum of all weights.
  ///   - total: The sum of weights times values, none below the floor.
  ///   - weightedLogarithm: The sum of weights times logarithms of these values.
  /// - Complexity: O(1).
  public init(totalWeight: Double = 0, total: Double = 0, weightedLogarithm: Double = 0) {
    self.totalWeight = totalWeight
    self.total = total
    self.weightedLogarithm = weightedLogarithm
  }

  /// Counts one member.
  ///
  /// - Parameters:
  ///   - value: Income or another amount.
  ///   - weight: The number of persons or households the member stands for, at least 0.
  ///   - floor: The value as which lower ones count, above 0.
  /// - Complexity: O(1), no allocation.
  public mutating func add(_ value: Double, weight: Double, floor: Double) {
    let value = max(value, floor)
    totalWeight += weight
    total += weight * value
    weightedLogarithm += weight * naturalLogarithm(value)
  }

  /// The index, 0 for equality; NaN without weight.
  public var index: Double {
    let logarithm = naturalLogarithm(total / totalWeight)
    let index = logarithm - weightedLogarithm / totalWeight
    // Rounding can bring it to either side of 0 where all are equal; NaN stays NaN.
    return index < RoundingTolerance.share * max(1, logarithm.magnitude) ? 0 : index
  }
}
