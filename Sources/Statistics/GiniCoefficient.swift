internal import ExactMath

/// What the weighted Gini coefficient of inequality needs to remember of values that come one by one, sorted upwards.
///
///     G = 1 - sum over i of w_i (L_i-1 + L_i) / (W L_n),  L_i = sum over j <= i of w_j y_j,  W = sum over i of w_i
///
/// This is one less twice the area under the Lorenz curve through the points of the data, and equals the mean
/// difference over twice the mean, sum over i, j of w_i w_j |y_i - y_j| / (2 W^2 mean). Ties may come in any order, and
/// a member of weight 2 counts as two members. There is no correction for small samples. For many groups of one sorted
/// population: one of these for each group.
///
/// Source: Lerman and Yitzhaki 1989, doi:10.1016/0304-4076(89)90074-2.
@frozen
public struct GiniSums: Hashable, Sendable {
  @usableFromInline
  internal var totalWeight = 0.0
  @usableFromInline
  internal var total = 0.0
  @usableFromInline
  internal var area = 0.0

  /// The sums of nobody.
  ///
  /// - Complexity: O(1).
  @inlinable
  public init() {}

  /// Adds a member whose value is not below those before.
  ///
  /// - Parameters:
  ///   - value: Income or another amount.
  ///   - weight: Its weight, at least 0.
  /// - Complexity: O(1).
  @inlinable
  public mutating func add(_ value: Double, weight: Double) {
    let before = total
    totalWeight += weight
    total += weight * value
    area += weight * (before + total)
  }

  /// The coefficient, 0 for equality up to nearly 1 for concentration; above 1 is possible with negative values.
  ///
  /// NaN if the total weight or total value is not positive.
  public var coefficient: Double {
    guard totalWeight > 0, total > 0 else { return .nan }
    let coefficient = 1 - area / (totalWeight * total)
    // Rounding can bring it to either side of 0 where all are equal.
    return coefficient < RoundingTolerance.share ? 0 : coefficient
  }
}
