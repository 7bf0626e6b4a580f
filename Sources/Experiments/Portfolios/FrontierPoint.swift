/// The mix of the final comparison with the best mean for so much money, and what it gains over the best for less.
public struct FrontierPoint: Hashable, Sendable {
  /// The sum of money, PKR of 2015-16; mixes that cost more were not asked.
  public let limit: Double
  /// The mix, by its index in the final comparison.
  public let index: Int
  /// Its difference from the point before, nothing before the first; the interval is for all pairs together.
  public let step: PairedDifference

  /// The frontier: a point where another mix takes the lead, beginning after nothing.
  /// - Parameters:
  ///   - leaders: for each budget step the mix with the best mean, by its index in the final comparison.
  ///   - limits: the budget steps.
  ///   - comparison: the final comparison.
  /// - Returns: the points, the least money first.
  static func points(leaders: [Int], limits: [Double], _ comparison: FinalComparison) -> [FrontierPoint] {
    var before = 0
    return zip(leaders, limits).compactMap { leader, limit in
      guard leader != before else { return nil }
      defer { before = leader }
      return FrontierPoint(limit: limit, index: leader, step: comparison.difference(leader, before))
    }
  }
}
