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

  /// Analyses the means over replications of a quantity at the points of a design; nil where its method is for sweeps.
  ///
  /// Rows and trajectories in which a point is missing are left out. The seed is that of the bootstrap, so that all
  /// quantities share their resamples.
  ///
  /// Complexity: O(resamples x points).
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
