internal import ExactMath
internal import Households
public import Statistics

/// A scenario against its baseline: the mean of the differences within replications, with their error.
public struct Comparison: Hashable, Sendable {
  /// Mean of the baseline over the replications in which both were defined.
  public var baselineMean: Double
  /// Mean of the scenario over the same replications.
  public var scenarioMean: Double
  /// Scenario minus baseline, replication by replication.
  public var difference: Estimate
  /// Scenario over baseline, on means; NaN where the baseline is 0.
  public var ratio: Double
  /// Lower end of Fieller's 95% interval of the ratio, 0 where the measure cannot be below; NaN where it is not bounded.
  public var ratioLow: Double
  /// Upper end of Fieller's 95% interval of the ratio; NaN where it is not bounded.
  public var ratioHigh: Double
  /// The factor by which common luck reduces the variance of the difference, `(Var x + Var y) / Var(y - x)`.
  ///
  /// Unpaired runs would need so many times as many replications for the same interval. NaN where the difference does
  /// not vary, or with fewer than two replications.
  public var varianceReduction: Double
  /// Lower end of the interval of the difference that covers with 95% for all scenarios compared with the baseline
  /// together (Bonferroni); NaN with fewer than two replications.
  public var familyLow: Double
  /// Upper end of the same interval.
  public var familyHigh: Double

  /// What no replication has defined.
  public static let undefined = Comparison(PairedMoments(), scenarios: 1)

  /// The difference in percent of the baseline; NaN where the baseline is 0.
  public var percent: Double { baselineMean == 0 ? .nan : 100 * difference.mean / baselineMean }

  /// What the interval for all scenarios together tells of the difference.
  public var verdict: Verdict { Verdict(low: familyLow, high: familyHigh, replications: difference.replications) }

  /// Sums up the replications in which a scenario and its baseline are defined, one of so many comparisons.
  ///
  /// Where the range says that no value is below 0, their ratio is not, and its interval ends there.
  init(_ moments: PairedMoments, scenarios: Int, range: Measure.Range = .anyNumber) {
    let baseline = Estimate(moments.baseline)
    let scenario = Estimate(moments.scenario)
    let difference = Estimate(moments.difference).settled(beside: max(baseline.mean.magnitude, scenario.mean.magnitude))
    baselineMean = baseline.mean
    scenarioMean = scenario.mean
    self.difference = difference
    let variances = (x: moments.baseline.variance, y: moments.scenario.variance, both: moments.difference.variance)
    let count = Double(moments.difference.count)
    let ratio = RatioOfMeans(
      numerator: scenario.mean, denominator: baseline.mean, varianceOfNumerator: variances.y / count,
      varianceOfDenominator: variances.x / count, covariance: (variances.x + variances.y - variances.both) / 2 / count,
      factor: IntervalWidth.factor(replications: difference.replications))
    (self.ratio, ratioLow, ratioHigh) = (ratio.value, ratio.lower, ratio.upper)
    if range != .anyNumber, ratioLow < 0 { ratioLow = 0 }
    varianceReduction = variances.both > 0 ? (variances.x + variances.y) / variances.both : .nan
    let family = ConfidenceInterval.symmetric(
      about: difference.mean, standardError: difference.standardError,
      factor: IntervalWidth.factor(replications: difference.replications, intervals: scenarios))
    (familyLow, familyHigh) = (family.lower, family.upper)
  }

  /// How many replications would, if mean and deviation of the difference stayed as they are, tell it from 0.
  ///
  ///     the smallest n >= 2 with t(n - 1) s / sqrt n < |d|
  ///
  /// with Student's quantile `t` of that many replications, not of those that there are: with few its interval is wider
  /// for want of degrees of freedom too, so that fewer more are needed than its width now lets expect. The intervals of
  /// so many scenarios hold together. Nil where the number is above `most`, which is at least 2, the mean difference is
  /// 0 or there is no deviation to go by.
  /// - Complexity: O(most), from the series of Student's distribution.
  public func replicationsToTellApart(scenarios: Int, atMost most: Int) -> Int? {
    func tells(_ replications: Int) -> Bool {
      let factor = IntervalWidth.factor(replications: replications, intervals: scenarios)
      return factor * (difference.standardDeviation / squareRootOfMagnitude(Double(replications)))
        < difference.mean.magnitude
    }
    guard tells(most) else { return nil }
    // The width falls with each replication: the number is above what does not tell and at most what does.
    var (tooFew, enough) = (1, most)
    while enough - tooFew > 1 {
      let middle = (tooFew + enough) / 2
      if tells(middle) { enough = middle } else { tooFew = middle }
    }
    return enough
  }
}

extension Estimate {
  /// The same with the mean 0, and the interval about it, where it is rounding alone beside the figures that it is a
  /// difference of.
  func settled(beside magnitude: Double) -> Estimate {
    guard mean != 0, RoundingTolerance.isNothing(mean, beside: magnitude) else { return self }
    return Estimate(
      mean: 0, standardDeviation: standardDeviation, standardError: standardError, range: .anyNumber,
      replications: replications)
  }
}
