internal import ExactMath

/// Chronic and transient poverty: what would be left of it if everybody always consumed their mean, and the rest.
///
///     P_a = mean over waves of P_a(y_t),  chronic = P_a(mean over waves of y_t),  transient = P_a - chronic,  a = 1, 2
///
/// with the indices of Foster, Greer and Thorbecke. Transient poverty is not negative, because the gap and the squared
/// gap are convex in welfare (Jensen); for the headcount that does not hold, so that it has no such components. Sums of
/// disjoint groups add up.
///
/// Source: Jalan and Ravallion 1998, doi:10.1006/jcec.1998.1526.
public struct PovertyComponents: Hashable, Sendable {
  /// The indices of all waves together: weights and weighted shortfalls are means over waves.
  public private(set) var total: FosterGreerThorbecke
  /// The indices of mean welfare over waves.
  public private(set) var chronic: FosterGreerThorbecke

  /// The given sums, for example of a population.
  ///
  /// - Parameters:
  ///   - total: The indices of all waves together.
  ///   - chronic: The indices of mean welfare, over the same members.
  /// - Complexity: O(1).
  public init(total: FosterGreerThorbecke = .init(), chronic: FosterGreerThorbecke = .init()) {
    self.total = total
    self.chronic = chronic
  }

  /// Counts one member.
  ///
  /// - Parameters:
  ///   - welfareRatios: Welfare over poverty line in each wave; at least one.
  ///   - weight: The number of persons or households the member stands for, at least 0.
  /// - Precondition: There is a wave.
  /// - Complexity: O(number of waves).
  public mutating func add(welfareRatios: some Collection<Double>, weight: Double) {
    precondition(!welfareRatios.isEmpty, "a panel has a wave")
    let waves = Double(welfareRatios.count)
    for ratio in welfareRatios { total.add(welfareRatio: ratio, weight: weight / waves) }
    chronic.add(welfareRatio: welfareRatios.reduce(0, +) / waves, weight: weight)
  }

  /// The transient part of an index.
  ///
  /// - Parameter order: 1 for the gap, 2 for the squared gap.
  /// - Returns: Total minus chronic, at least 0; NaN without weight.
  /// - Precondition: The order is 1 or 2.
  /// - Complexity: O(1).
  public func transient(ofOrder order: Int) -> Double {
    precondition((1...2).contains(order), "the gap and the squared gap have components")
    return RoundingTolerance.difference(total.index(ofOrder: order), chronic.index(ofOrder: order))
  }
}
