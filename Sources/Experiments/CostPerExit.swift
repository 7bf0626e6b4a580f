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
  ///
  /// The interval holds the ratios r for which `meanX - r meanY` does not differ from 0 by Student's test:
  /// `(x - r y)^2 <= t^2 (Vxx - 2 r Vxy + r^2 Vyy)`. It is bounded exactly where the interval of y excludes 0.
  /// Source: Fieller, E. C. (1954), Some problems in interval estimation, J. R. Statist. Soc. B 16(2), 175-185.
  /// - Parameter moments: cost (x) and exits (y), scenario minus baseline.
  init(_ moments: BivariateMoments) {
    guard moments.count > 1 else {
      self = .tooFewReplications
      return
    }
    let cost = moments.meanX
    let exits = moments.meanY
    let factor = IntervalWidth.factor(replications: moments.count)
    let square = factor * factor
    let leading = exits * exits - square * moments.varianceOfMeanY
    guard leading > 0 else {
      self = .notDistinguishable
      return
    }
    guard exits > 0 else {
      self = .fewerExits
      return
    }
    let middle = cost * exits - square * moments.covarianceOfMeans
    let last = cost * cost - square * moments.varianceOfMeanX
    // At least 0 where `leading` is positive; rounding can bring it a trace below.
    let root = max(0, middle * middle - leading * last).squareRoot()
    self = .estimate(mean: cost / exits, low: (middle - root) / leading, high: (middle + root) / leading)
  }
}
