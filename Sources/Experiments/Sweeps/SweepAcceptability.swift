public import CostEffectiveness
public import Designs
internal import Households

/// How surely each scenario is the best buy of durable exits where the parameters themselves are unsure.
///
/// Each point of a random design is a draw of the parameters; its costs, discounted, and its exits are means over its
/// replications, measured from the baseline's. This is the probabilistic sensitivity analysis of health economics; what
/// is left of chance in the means of points counts as if it were the parameters'.
///
/// Source: Claxton et al. 2005, doi:10.1002/hec.985.
public struct SweepAcceptability: Sendable {
  /// Points that were used.
  public let points: Int
  /// A judgement for each of the plan's `willingnessToPay`.
  public let judgements: [Acceptability]

  /// Judges the scenarios of a sweep.
  ///
  /// Nil where points are not drawn at random, where there is nothing to compare, where the sweep does not keep
  /// `durable_exits` and `discounted_cost`, and where no point defines both in all scenarios.
  /// - Complexity: O(points x scenarios x (replications + willingness)).
  public init?(in outcomes: SweepOutcomes, design: Design) {
    let plan = outcomes.plan
    // Each point is a draw of all variables by itself.
    guard design.method.drawsAtRandom, !design.method.isSensitivityAnalysis, plan.isComparison,
      let exits = plan.measures.firstIndex(where: { $0.name == HeadlineMeasure.durableExits.rawValue }),
      let cost = plan.measures.firstIndex(of: .discountedCost)
    else { return nil }
    let means = plan.scenarioNames.indices.map { scenario in
      [cost, exits].map { measure in
        outcomes.means(of: SweepQuantity(scenario: scenario, measure: measure, isDifference: true))
      }
    }
    let used = (0..<plan.points).filter { point in
      means.allSatisfy { figures in figures.allSatisfy { $0[point].isFinite } }
    }
    guard !used.isEmpty else { return nil }
    points = used.count
    let draws = OutcomeDraws(count: used.count, strategies: means.count) { draw in
      means.map { (cost: $0[0][used[draw]], effect: $0[1][used[draw]]) }
    }
    judgements = plan.willingnessToPay.map { Acceptability(draws, willingnessToPay: $0) }
  }
}
