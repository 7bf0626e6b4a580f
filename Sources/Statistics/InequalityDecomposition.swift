internal import ExactMath

/// Inequality divided into that within groups and that between them.
///
///     I = sum over g of s_g I_g + B
///
/// with the shares s of the groups in all income for ``TheilIndex`` and in all members for ``MeanLogDeviation``. The part
/// between groups B is the index of a population in which everybody has the mean of the own group.
///
/// Source: Shorrocks 1980, doi:10.2307/1913126.
public struct InequalityDecomposition: Hashable, Sendable {
  /// What each group adds to the part within groups.
  public let contributions: [Double]
  /// The part within groups, the sum of the contributions.
  public let within: Double
  /// The part between groups: the whole less the part within.
  public let between: Double

  /// Divides an index.
  ///
  /// - Parameters:
  ///   - whole: The index of all.
  ///   - shares: The share of each group, adding up to 1; groups of nobody have 0.
  ///   - indices: The index of each group, in the same order; whatever it is in a group of nobody.
  /// - Precondition: There are as many shares as indices.
  /// - Complexity: O(groups).
  public init(whole: Double, shares: [Double], indices: [Double]) {
    precondition(shares.count == indices.count, "each group has a share and an index")
    contributions = zip(shares, indices).map { $0 == 0 ? 0 : $0 * $1 }
    within = contributions.reduce(0, +)
    between = RoundingTolerance.difference(whole, within)
  }
}
