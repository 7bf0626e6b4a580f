package import Designs
package import Experiments

/// What a sweep or a sensitivity analysis found.
package struct SweepResults: Sendable {
  /// What varied and how.
  package let design: Design
  package let points: PointSet
  /// What all points gave.
  package let outcomes: SweepOutcomes
  /// How much each variable matters for each quantity, in the order of the plan's quantities; empty for a sweep.
  package let analyses: [(quantity: SweepQuantity, analysis: SensitivityAnalysis)]
  /// Which scenario to choose by what a durable exit is worth; nil where the sweep does not tell.
  package let acceptability: SweepAcceptability?

  /// Analyses what all points gave, with a seed for the bootstrap.
  ///
  /// Complexity: O(quantities x resamples x points).
  package init(design: Design, points: PointSet, outcomes: SweepOutcomes, seed: UInt64) {
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
