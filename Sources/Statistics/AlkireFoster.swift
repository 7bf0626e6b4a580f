/// Weighted sums behind the multidimensional poverty measures of Alkire and Foster.
///
///     H = q / n,  A = sum over the poor of w c / q,  M0 = H A = sum over j of w_j h_j
///
/// with the number q of the poor among n members, their scores c, and the censored headcount ratios h_j: who is poor and
/// deprived in indicator j, as a share of all. Who is poor says a ``DeprivationRule``. Sums of disjoint groups add up,
/// and M0 of a population is the average of those of its groups, weighted by their total weights.
///
/// Source: Alkire and Foster 2011, doi:10.1016/j.jpubeco.2010.11.006.
public struct AlkireFoster: Hashable, Sendable {
  /// Who is poor.
  public let rule: DeprivationRule
  /// The sum of all weights, in persons or households.
  public private(set) var totalWeight = 0.0
  /// The sum of the weights of the poor.
  public private(set) var poorWeight = 0.0
  /// The sum of weights times scores of the poor.
  public private(set) var weightedScore = 0.0
  /// The sums of the weights of the poor that are deprived in each indicator.
  public private(set) var censoredWeights: [Double]

  /// The sums of nobody.
  ///
  /// - Parameter rule: Who is poor.
  /// - Complexity: O(indicators).
  public init(_ rule: DeprivationRule) {
    self.rule = rule
    censoredWeights = Array(repeating: 0, count: rule.weights.count)
  }

  /// Counts one member.
  ///
  /// - Parameters:
  ///   - deprivations: A bit for each indicator, the first the lowest: 1 where the member is deprived.
  ///   - weight: The number of persons or households the member stands for, at least 0.
  /// - Complexity: O(indicators), no allocation.
  public mutating func add(_ deprivations: UInt64, weight: Double) {
    totalWeight += weight
    let score = rule.score(deprivations)
    guard rule.isPoor(score: score) else { return }
    poorWeight += weight
    weightedScore += weight * score
    for indicator in censoredWeights.indices where deprivations >> UInt64(indicator) & 1 == 1 {
      censoredWeights[indicator] += weight
    }
  }

  // MARK: - Measures

  /// The headcount ratio H, the share of the poor, 0...1; NaN without weight.
  public var headcountRatio: Double { poorWeight / totalWeight }
  /// The intensity A, the mean score of the poor, from the cut-off to 1; NaN without poor.
  public var intensity: Double { weightedScore / poorWeight }
  /// The adjusted headcount ratio M0, 0...1; NaN without weight.
  public var adjustedHeadcountRatio: Double { weightedScore / totalWeight }

  /// The censored headcount ratio of each indicator: the share of all that is poor and deprived in it.
  public var censoredHeadcountRatios: [Double] { censoredWeights.map { $0 / totalWeight } }

  /// The share of M0 that each indicator makes; they add up to 1, and are NaN without poor.
  public var contributions: [Double] {
    zip(rule.weights, censoredWeights).map { $0 * $1 / weightedScore }
  }
}
