public import CostEffectiveness
internal import Statistics

/// Costs of all scenarios held against one effect, on one set of terms.
public struct Evaluation: Sendable {
  /// Whose costs, which effect, and what is assumed of the time after the horizon.
  public let terms: EvaluationTerms
  /// The scenarios; the first is the baseline.
  public let scenarioNames: [String]
  /// What a unit of effect may be worth, PKR of 2015-16, from nothing to the most.
  public let willingnessToPay: [Double]
  /// Costs and effects.
  let means: MeansAgainstFirst

  /// Replications in which cost and effect were defined in every scenario.
  public var replications: Int { means.moments.count }

  /// What one scenario costs and achieves more than another, by their indices in `scenarioNames`.
  public func outcome(of scenario: Int, against other: Int = 0) -> IncrementalOutcome {
    IncrementalOutcome(means, scenario: scenario, against: other)
  }

  /// The efficiency frontier of the means, in the order of `scenarioNames`; the baseline stands at 0.
  /// - Precondition: there is a replication.
  public func frontier() -> EfficiencyFrontier {
    let (cost, effect) = (IncrementalOutcome.costFigure, IncrementalOutcome.effectFigure)
    return EfficiencyFrontier(
      scenarioNames.enumerated().map { index, name in
        Strategy(name: name, cost: means.mean(index, figure: cost), effect: means.mean(index, figure: effect))
      }, differencesOf: (means.magnitude(figure: cost), means.magnitude(figure: effect)))
  }

  /// How surely each scenario is the best at each of `willingnessToPay`, and what certainty would be worth.
  ///
  /// The draws are of what the true means may be: chance alone is in them, not what is unsure of the parameters. Each
  /// draw has its mirror image about the means, so that mean net benefits are those of the means. There is none with
  /// fewer than four replications, with which Student's distribution has no variance and certainty no value.
  /// - Complexity: O(10,000 x (scenarios^2 + scenarios x willingness)).
  public func acceptability() -> [Acceptability] {
    guard replications > 3 else { return [] }
    let posterior = PosteriorDraws(means)
    let draws = OutcomeDraws(count: 2 * PosteriorDraws.count, strategies: scenarioNames.count) { draw in
      posterior[draw / 2].enumerated().map { scenario, figures in
        func value(_ figure: Int) -> Double {
          draw % 2 == 0 ? figures[figure] : 2 * means.mean(scenario, figure: figure) - figures[figure]
        }
        return (value(IncrementalOutcome.costFigure), value(IncrementalOutcome.effectFigure))
      }
    }
    return willingnessToPay.map { Acceptability(draws, willingnessToPay: $0) }
  }
}
