/// A scenario against its baseline: the mean of the differences within replications, with their error.
public struct Comparison: Hashable, Sendable {
  /// Mean of the baseline over the replications in which both were defined.
  public let baselineMean: Double
  /// Mean of the scenario over the same replications.
  public let scenarioMean: Double
  /// Scenario minus baseline, replication by replication.
  public let difference: Estimate

  /// The difference in percent of the baseline; NaN where the baseline is 0.
  public var percent: Double { baselineMean == 0 ? .nan : 100 * difference.mean / baselineMean }

  init(_ moments: PairedMoments) {
    let baseline = Estimate(moments.baseline)
    let scenario = Estimate(moments.scenario)
    baselineMean = baseline.mean
    scenarioMean = scenario.mean
    difference = Estimate(moments.difference)
  }
}
