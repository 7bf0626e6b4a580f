internal import Statistics

/// What one more durable exit from dependency costs: difference in cost over difference in exits, on means over
/// replications.
public enum CostPerExit: Hashable, Sendable {
  /// PKR per exit with Fieller's 95% interval.
  case estimate(mean: Double, low: Double, high: Double)
  /// The scenario has clearly fewer durable exits than its baseline, so there is nothing to pay for.
  case fewerExits
  /// The interval of the difference in exits includes 0: the ratio has no bounded interval.
  case notDistinguishable
  /// One replication gives no interval.
  case tooFewReplications

  /// Works out the ratio of two means that were observed together.
  /// - Parameter moments: cost and exits, scenario minus baseline.
  init(_ moments: JointMoments) {
    guard moments.count > 1 else {
      self = .tooFewReplications
      return
    }
    let ratio = RatioOfMeans(
      numerator: moments.mean(0), denominator: moments.mean(1), varianceOfNumerator: moments.covarianceOfMeans(0, 0),
      varianceOfDenominator: moments.covarianceOfMeans(1, 1), covariance: moments.covarianceOfMeans(0, 1),
      factor: IntervalWidth.factor(replications: moments.count))
    if !ratio.isBounded {
      self = .notDistinguishable
    } else if moments.mean(1) < 0 {
      self = .fewerExits
    } else {
      self = .estimate(mean: ratio.value, low: ratio.lower, high: ratio.upper)
    }
  }
}
