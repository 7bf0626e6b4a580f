internal import Statistics

/// How scenarios, the baseline among them, stand to each other by one figure.
public struct Ranking: Sendable {
  /// Where one scenario stands.
  public struct Standing: Sendable {
    /// Mean over replications, with its error.
    public let estimate: Estimate
    /// One more than the number of scenarios that are better beyond doubt; nil with fewer than two replications.
    public let rank: Int?
    /// Probability that no other scenario has a better mean, 0-1; NaN with fewer than two replications.
    public let probabilityOfBest: Double
  }

  /// The figure.
  public let measure: RankedMeasure
  /// The scenarios, in the order of the experiment.
  public let standings: [Standing]
  /// Replications in which the figure was defined in every scenario.
  public let replications: Int

  /// Ranks scenarios by the mean of a figure in each, and its differences from the first scenario by replication.
  ///
  /// One is better beyond doubt where the interval of their paired difference excludes 0; the intervals of all pairs
  /// together cover with 95% (Bonferroni). Scenarios that cannot be told apart share a rank.
  /// - Complexity: that of `BestProbability`.
  init(_ measure: RankedMeasure, estimates: [Estimate], differences: JointMoments) {
    self.measure = measure
    replications = differences.count
    guard differences.count > 1 else {
      standings = estimates.map { Standing(estimate: $0, rank: nil, probabilityOfBest: .nan) }
      return
    }
    let means = MeansAgainstFirst(differences)
    let pairs = estimates.count * (estimates.count - 1) / 2
    let factor = IntervalWidth.factor(replications: differences.count, intervals: max(1, pairs))
    let probabilities = BestProbability(means) { measure.gain($1) }.values
    standings = estimates.indices.map { scenario in
      let better = estimates.indices.count { other in
        measure.gain(means.difference(other, scenario))
          > factor * means.varianceOfDifference(other, scenario).squareRoot()
      }
      return Standing(
        estimate: estimates[scenario], rank: 1 + better, probabilityOfBest: probabilities[scenario])
    }
  }
}
