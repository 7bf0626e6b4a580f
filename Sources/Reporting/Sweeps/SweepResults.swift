public import Designs
public import Experiments

/// What a sweep or a sensitivity analysis found.
public struct SweepResults: Sendable {
  /// What varied and how.
  public let design: Design
  /// The points.
  public let points: PointSet
  /// What all points gave.
  public let outcomes: SweepOutcomes
  /// How much each variable matters for each quantity, in the order of the plan's quantities; empty for a sweep.
  public let analyses: [(quantity: SweepQuantity, analysis: SensitivityAnalysis)]
  /// Which scenario to choose by what a durable exit is worth; nil where the sweep does not tell.
  public let acceptability: SweepAcceptability?

  /// Analyses what all points gave.
  ///
  /// Complexity: O(quantities x resamples x points).
  /// - Parameters:
  ///   - design: what varied and how.
  ///   - points: its points.
  ///   - outcomes: what all points gave.
  ///   - seed: the seed of the bootstrap.
  public init(design: Design, points: PointSet, outcomes: SweepOutcomes, seed: UInt64) {
    self.design = design
    self.points = points
    self.outcomes = outcomes
    acceptability = SweepAcceptability(in: outcomes, design: design)
    analyses = outcomes.plan.quantities.compactMap { quantity in
      SensitivityAnalysis(of: quantity, in: outcomes, design: design, points: points, seed: seed)
        .map { (quantity, $0) }
    }
  }

  /// What was run.
  var plan: SweepPlan { outcomes.plan }
}
