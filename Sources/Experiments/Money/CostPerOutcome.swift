internal import Statistics

/// What one more unit of an outcome costs: difference in cost over difference in effect, on means over replications.
///
/// A ratio is a price only where more is achieved for more money: below 0 it would mean two opposite things, and the
/// smaller would not be the better. Where one side dominates the other, that is said instead.
///
/// Source: Stinnett and Mullahy 1998, doi:10.1177/0272989X98018002S09.
public enum CostPerOutcome: Hashable, Sendable {
  /// Money per unit with Fieller's 95% interval, whose lower end is below 0 where the cost may be none.
  case estimate(mean: Double, low: Double, high: Double)
  /// Clearly more is achieved for no more money by means, or always as much for less.
  case dominates
  /// Clearly less is achieved for no less money by means, or always as much for more.
  case dominated
  /// As much is achieved for as much money, in every replication.
  case equal
  /// Clearly less is achieved for less money, so there is nothing to pay for.
  case lessEffect
  /// The interval of the difference in effect includes 0, so that the ratio has no bounded interval; or as much is achieved
  /// in every replication, and that of the difference in cost includes 0.
  case notDistinguishable
  /// One replication gives no interval.
  case tooFewReplications
}
