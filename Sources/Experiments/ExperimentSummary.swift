public import Households

/// What an experiment found: for each scenario, time, group and measure an estimate, and its difference from the baseline.
public struct ExperimentSummary: Sendable {
  /// The scenarios; the first is the baseline.
  public let scenarioNames: [String]
  /// The programmes of each scenario, in its order.
  public let programmeNames: [[String]]
  /// Replications of each scenario.
  public let replications: Int
  /// What has become of the precision that was wanted; nil where none was.
  public let precision: PrecisionOutcome?
  /// The quarters observed, in order.
  public let quarters: [Int]
  /// The groups, in order.
  public let groupLevels: [GroupLevel]
  /// The measures, in order.
  public let measures: [Measure]
  /// Cost of all programmes over the whole run, PKR, by scenario.
  public let costs: [Estimate]
  /// The same against the baseline, by scenario; without replications for the baseline itself.
  public let costComparisons: [Comparison]
  /// What scenarios cost, what they achieve for it, and when the money is spent.
  public let money: MoneySummary
  /// Who has done what, where, for how many, with what money at the end, by scenario.
  public let stocktakes: [StocktakeSummary]
  /// How far each programme has come by the end, by scenario and then in its order.
  public let reaches: [[ReachSummary]]
  /// What makes up the indices of poverty, dependency, deprivation and inequality.
  public let decompositions: DecompositionSummary
  /// Durations, moves, and poverty from year to year.
  public let dynamics: DynamicsSummary

  let observed: ObservedCells
  let estimates: [[Estimate]]
  let programmeEstimates: [[Estimate]]
  let comparisons: [[Comparison]]
  let attributions: [[Estimate]]
  let ranking: RankingAccumulator

  /// Whether there is something to compare the baseline with.
  public var isComparison: Bool { scenarioNames.count > 1 }

  /// How many scenarios are compared with the baseline.
  public var comparedScenarios: Int { scenarioNames.count - 1 }

  /// The estimate of one measure, by the indices of scenario, quarter, group (one of `groups(at:)`) and measure.
  public func estimate(scenario: Int, quarter: Int, group: Int, measure: Int) -> Estimate {
    estimates[scenario][cell(quarter: quarter, group: group, measure: measure)]
  }

  /// The estimate of one measure of a programme, by the indices of scenario, quarter, programme in the scenario's
  /// `programmeNames`, and measure in `Model.programmeMeasures`; nil where programmes were not observed.
  public func programmeEstimate(scenario: Int, quarter: Int, programme: Int, measure: Int) -> Estimate? {
    let estimates = programmeEstimates[scenario]
    guard !estimates.isEmpty else { return nil }
    return estimates[
      measure + Model.programmeMeasures.count * (programme + programmeNames[scenario].count * quarter)]
  }

  /// The difference of one measure from the baseline, for a scenario from 1, with both means; indices as for
  /// `estimate`.
  public func comparison(scenario: Int, quarter: Int, group: Int, measure: Int) -> Comparison {
    comparisons[scenario][cell(quarter: quarter, group: group, measure: measure)]
  }

  /// Who changed against the baseline at the end, by the indices of scenario, from 1, and group, and those of treatment
  /// and measure in `EndState`; nil where households were not followed.
  public func attribution(scenario: Int, group: Int, treatment: Int, measure: Int) -> Estimate? {
    let estimates = attributions[scenario]
    guard !estimates.isEmpty else { return nil }
    return estimates[EndState.position(groupLevel: group, treatment: treatment, measure: measure)]
  }

  /// How all scenarios, the baseline among them, stand to each other at the end by each figure that has a direction.
  /// - Complexity: O(10,000 x scenarios^2).
  public func rankings() -> [Ranking] {
    guard isComparison, !quarters.isEmpty else { return [] }
    return zip(ranking.measures, ranking.differences).map { measure, differences in
      Ranking(
        measure, estimates: scenarioNames.indices.map { estimate(of: measure, scenario: $0) }, differences: differences)
    }
  }

  private func estimate(of ranked: RankedMeasure, scenario: Int) -> Estimate {
    guard case .headline(let headline) = ranked, let place = place(of: headline) else { return costs[scenario] }
    return estimate(scenario: scenario, quarter: quarters.count - 1, group: place.group, measure: place.measure)
  }

  /// The indices of all households and of a headline measure; nil where the model has no such measure.
  public func place(of headline: HeadlineMeasure) -> (group: Int, measure: Int)? {
    guard let group = groupLevels.everybody,
      let measure = measures.firstIndex(where: { $0.name == headline.rawValue })
    else { return nil }
    return (group, measure)
  }

  // MARK: - Which groups are told of when

  /// The groups, by their indices, that are told of at a quarter, by its index.
  public func groups(at quarter: Int) -> Range<Int> { observed.groups(at: quarter) }

  /// The quarters at which all groups are told of, in order.
  public var quartersOfGroups: [Int] { quarters.indices.filter(observed.hasGroups).map { quarters[$0] } }

  private func cell(quarter: Int, group: Int, measure: Int) -> Int {
    observed.position(quarter: quarter, group: group) + measure
  }
}
