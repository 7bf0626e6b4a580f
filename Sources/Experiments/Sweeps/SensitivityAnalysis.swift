public import Designs
internal import Randomness

/// How much each variable of a design matters for one quantity.
public enum SensitivityAnalysis: Hashable, Sendable {
  /// Shares of the variance.
  case indices(SobolIndices)
  /// Effects of moving each variable through its whole range.
  case elementaryEffects(ElementaryEffects)
  /// What low and high values of each variable give.
  case tornado([TornadoBar])

  /// Analyses a quantity.
  ///
  /// Nil where the design's method is for sweeps. Means over replications are analysed. Rows and trajectories in which a point is missing are left out.
  ///
  /// Complexity: O(resamples x points).
  /// - Parameters:
  ///   - quantity: a measure of a scenario, or its difference from the baseline.
  ///   - outcomes: what all points gave.
  ///   - design: the design.
  ///   - points: its points.
  ///   - seed: the seed of the bootstrap; all quantities share their resamples.
  public init?(
    of quantity: SweepQuantity, in outcomes: SweepOutcomes, design: Design, points: PointSet, seed: UInt64
  ) {
    let means = outcomes.means(of: quantity)
    let bootstrap = Bootstrap(resamples: design.resamples, stream: RandomStream(seed: seed, replication: 0))
    switch design.method {
    case .sobolIndices:
      self = .indices(SobolIndices(outputs: means, variables: design.variables.count, bootstrap: bootstrap))
    case .morris:
      self = .elementaryEffects(
        ElementaryEffects(
          outputs: means, steps: points.steps, variables: design.variables.count, bootstrap: bootstrap))
    case .tornado:
      self = .tornado(TornadoBar.bars(outputs: means))
    case .factorial, .latinHypercube, .sobolSequence:
      return nil
    }
  }
}
