/// What the poverty index of Sen, Shorrocks and Thon needs to remember of members that come one by one, poorest first.
///
///     S = H I (1 + G) = sum over i, j of w_i w_j max(g_i, g_j) / W^2,  g = max(0, 1 - r),  W = sum over i of w_i
///
/// with the headcount ratio H, the mean gap I of the poor, and the Gini coefficient G of the gaps of all, those of the
/// non-poor being 0. It is the expected gap of the poorer of two members drawn at random: between the poverty gap and
/// twice that. It does not decompose by groups. Ties may come in any order.
///
/// Source: Shorrocks 1995, doi:10.2307/2171728.
@frozen
public struct SenShorrocksThon: Hashable, Sendable {
  @usableFromInline
  internal var totalWeight = 0.0
  @usableFromInline
  internal var weightedGap = 0.0
  /// The sum over members of w g (2 W' + w), with the weight W' of those before.
  @usableFromInline
  internal var rankedGap = 0.0

  /// The sums of nobody.
  ///
  /// - Complexity: O(1).
  @inlinable
  public init() {}

  /// Adds a member whose welfare is not below that of those before.
  ///
  /// - Parameters:
  ///   - welfareRatio: Welfare over poverty line; one at the line is not poor, nor is NaN.
  ///   - weight: The number of persons or households the member stands for, at least 0.
  /// - Complexity: O(1).
  @inlinable
  public mutating func add(welfareRatio: Double, weight: Double) {
    if PovertyLine.isPoor(welfareRatio: welfareRatio) {
      let gap = weight * (1 - welfareRatio)
      weightedGap += gap
      rankedGap += gap * (2 * totalWeight + weight)
    }
    totalWeight += weight
  }

  /// The index, 0...1 for ratios that are not negative; NaN without weight.
  public var index: Double { (2 * weightedGap - rankedGap / totalWeight) / totalWeight }
}
