public import ExactMath

/// Weighted sums behind the poverty index of Watts, which counts the poorest most and a transfer among the poor too.
///
///     W = sum over i with r_i < 1 of w_i ln(1 / max(r_i, f)) / sum over i of w_i
///
/// with the welfare ratio r = welfare / poverty line, the weight w and the floor f, below which a ratio counts as f: one
/// member with nothing would make the index infinite. Sums of disjoint groups add up, and the index of a population is
/// the average of those of its groups, weighted by their total weights.
///
/// Source: Watts 1968, as in Foster, Seth, Lokshin and Sajaia 2013, doi:10.1596/978-0-8213-8461-9.
public struct WattsIndex: Hashable, Sendable {
  /// The sum of all weights, in persons or households.
  public private(set) var totalWeight: Double
  /// The sum of weights times logarithmic shortfalls of the poor.
  public private(set) var weightedShortfall: Double

  /// The given sums; nobody's unless told otherwise.
  ///
  /// - Parameters:
  ///   - totalWeight: The sum of all weights.
  ///   - weightedShortfall: The sum of weights times logarithmic shortfalls of the poor.
  /// - Complexity: O(1).
  public init(totalWeight: Double = 0, weightedShortfall: Double = 0) {
    self.totalWeight = totalWeight
    self.weightedShortfall = weightedShortfall
  }

  /// By how much one member falls short of the poverty line, as a logarithm.
  ///
  /// - Parameters:
  ///   - welfareRatio: Welfare over poverty line.
  ///   - floor: The ratio as which lower ones count, above 0 and at most 1.
  /// - Returns: ln(1 / max(r, f)) for the poor, 0 for others and for NaN.
  /// - Complexity: O(1), no allocation.
  @inlinable @inline(__always)
  public static func shortfall(ofWelfareRatio welfareRatio: Double, floor: Double) -> Double {
    PovertyLine.isPoor(welfareRatio: welfareRatio) ? -naturalLogarithm(max(welfareRatio, floor)) : 0
  }

  /// Counts one member.
  ///
  /// - Parameters:
  ///   - welfareRatio: Welfare over poverty line; one at the line is not poor, nor is NaN.
  ///   - weight: The number of persons or households the member stands for, at least 0.
  ///   - floor: The ratio as which lower ones count, above 0 and at most 1.
  /// - Complexity: O(1), no allocation.
  public mutating func add(welfareRatio: Double, weight: Double, floor: Double) {
    let shortfall = Self.shortfall(ofWelfareRatio: welfareRatio, floor: floor)
    totalWeight += weight
    weightedShortfall += weight * shortfall
  }

  /// The index, at least 0; NaN without weight.
  public var index: Double { weightedShortfall / totalWeight }
}
