/// Weighted sums that tell how well benefits reach the poorest part of a population.
///
///     performance = (benefits to the poorest part / all benefits) / p
///
/// with the share p of the poorest part in the population, 0.4 with Coady, Grosh and Hoddinott: 1 where all get the same,
/// up to 1 / p where only the poorest part gets anything. The member at the border of the poorest part belongs to it with
/// a fraction, so that the part is p exactly.
///
/// Source: Coady, Grosh and Hoddinott 2004, doi:10.1093/wbro/lkh016.
public struct TargetingPerformance: Hashable, Sendable {
  /// The share p of the poorest part in the population, above 0 and below 1.
  public let poorestShare: Double
  private var benefits = 0.0
  private var benefitsOfPoorest = 0.0

  /// The sums of nobody.
  ///
  /// - Parameter poorestShare: The share p of the poorest part in the population.
  /// - Precondition: It is above 0 and below 1.
  /// - Complexity: O(1).
  public init(poorestShare: Double = 0.4) {
    precondition(poorestShare > 0 && poorestShare < 1, "the poorest part is more than nobody and not everybody")
    self.poorestShare = poorestShare
  }

  /// The part of a member that belongs to the poorest part, where members are sorted by welfare upwards.
  ///
  /// - Parameters:
  ///   - weight: The weight of the member, above 0.
  ///   - weightBefore: The weights of all poorer members.
  ///   - totalWeight: The weights of all members.
  /// - Returns: A fraction, 0...1; 0 or 1 but for the member at the border.
  /// - Complexity: O(1).
  public func membership(weight: Double, weightBefore: Double, totalWeight: Double) -> Double {
    max(0, min(1, (poorestShare * totalWeight - weightBefore) / weight))
  }

  /// Counts one member.
  ///
  /// - Parameters:
  ///   - membership: The fraction of the member that belongs to the poorest part.
  ///   - benefit: What each of its persons or households gets, at least 0, in any unit.
  ///   - weight: The number of persons or households the member stands for, at least 0.
  /// - Complexity: O(1), no allocation.
  public mutating func add(membership: Double, benefit: Double, weight: Double) {
    benefits += weight * benefit
    benefitsOfPoorest += weight * membership * benefit
  }

  /// The share of the benefits that goes to the poorest part, over its share in the population; NaN without benefits.
  public var performance: Double { benefitsOfPoorest / benefits / poorestShare }
}
