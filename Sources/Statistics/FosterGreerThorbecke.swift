/// Weighted sums behind the poverty indices of Foster, Greer and Thorbecke: headcount, gap and severity.
///
///     P_a = sum over i with r_i < 1 of w_i (1 - r_i)^a / sum over i of w_i,  a = 0, 1, 2
///
/// with the welfare ratio r = welfare / poverty line and the weight w. Sums of disjoint groups add up, and the index of
/// a population is the average of those of its groups, weighted by their total weights.
///
/// Source: Foster, Greer and Thorbecke 1984, doi:10.2307/1913475.
public struct FosterGreerThorbecke: Hashable, Sendable {
  /// The sum of all weights, in persons or households.
  public private(set) var totalWeight: Double
  /// The sum of the weights of the poor.
  public private(set) var poorWeight: Double
  /// The sum of weights times relative shortfalls of the poor.
  public private(set) var weightedGap: Double
  /// The sum of weights times squared relative shortfalls of the poor.
  public private(set) var weightedSquaredGap: Double

  /// The given sums; nobody's unless told otherwise.
  ///
  /// - Parameters:
  ///   - totalWeight: The sum of all weights.
  ///   - poorWeight: The sum of the weights of the poor.
  ///   - weightedGap: The sum of weights times relative shortfalls of the poor.
  ///   - weightedSquaredGap: The sum of weights times squared relative shortfalls of the poor.
  /// - Complexity: O(1).
  public init(
    totalWeight: Double = 0, poorWeight: Double = 0, weightedGap: Double = 0, weightedSquaredGap: Double = 0
  ) {
    self.totalWeight = totalWeight
    self.poorWeight = poorWeight
    self.weightedGap = weightedGap
    self.weightedSquaredGap = weightedSquaredGap
  }

  /// The sums of a population.
  ///
  /// - Parameters:
  ///   - welfareRatios: Welfare over poverty line, one for each member; an array, a slice or an unsafe buffer.
  ///   - weights: Weights, at least 0, as many and in the same order.
  /// - Precondition: There are as many weights as ratios.
  /// - Complexity: O(n), no allocation.
  public init(
    welfareRatios: some RandomAccessCollection<Double>, weights: some RandomAccessCollection<Double>
  ) {
    precondition(welfareRatios.count == weights.count, "each welfare ratio needs a weight")
    self.init()
    for (welfareRatio, weight) in zip(welfareRatios, weights) { add(welfareRatio: welfareRatio, weight: weight) }
  }

  /// Counts one member.
  ///
  /// - Parameters:
  ///   - welfareRatio: Welfare over poverty line; one at the line is not poor, nor is NaN.
  ///   - weight: The number of persons or households the member stands for, at least 0.
  /// - Complexity: O(1), no allocation and no branch.
  public mutating func add(welfareRatio: Double, weight: Double) {
    let isPoor = PovertyLine.isPoor(welfareRatio: welfareRatio)
    let poor = isPoor ? weight : 0
    let gap = isPoor ? 1 - welfareRatio : 0
    let weighted = poor * gap
    totalWeight += weight
    poorWeight += poor
    weightedGap += weighted
    weightedSquaredGap += weighted * gap
  }

  // MARK: - Indices

  /// The headcount ratio P0, the share of the poor, 0...1; NaN without weight.
  public var headcount: Double { poorWeight / totalWeight }
  /// The poverty gap P1, the mean relative shortfall where the rest have none; NaN without weight.
  public var gap: Double { weightedGap / totalWeight }
  /// The severity P2, the mean squared relative shortfall, which counts the poorest most; NaN without weight.
  public var severity: Double { weightedSquaredGap / totalWeight }

  /// The index of an order.
  ///
  /// - Parameter order: 0 for headcount, 1 for gap, 2 for severity.
  /// - Returns: P of that order; NaN without weight.
  /// - Precondition: The order is 0, 1 or 2.
  /// - Complexity: O(1).
  public func index(ofOrder order: Int) -> Double {
    precondition((0...2).contains(order), "the poverty index has order 0, 1 or 2")
    return order == 0 ? headcount : order == 1 ? gap : severity
  }
}
