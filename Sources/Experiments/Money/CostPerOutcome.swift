internal import Statistics

/// What one more unit of an outcome costs: difference in cost over difference in effect, on means over replications.
public enum CostPerOutcome: Hashable, Sendable {
  /// Money per unit with Fieller's 95% interval; below 0 where more is achieved for less.
  case estimate(mean: Double, low: Double, high: Double)
  /// Clearly less is achieved, so there is nothing to pay for.
  case lessEffect
  /// The interval of the difference in effect includes 0: the ratio has no bounded interval.
  case notDistinguishable
  /// One replication gives no interval.
  case tooFewReplications
}
