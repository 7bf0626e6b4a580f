public import Designs

/// What a search for the best mix has found.
public struct PortfolioFindings: Sendable {
  /// How far a mix has come.
  public enum Reach: Hashable, Sendable {
    /// It was not run.
    case listed
    /// It was run last in this round, from 1.
    case round(Int)
    /// It was compared at the end.
    case final
  }

  /// What was to be found out.
  public let plan: PortfolioPlan
  /// What the screening expects of each mix, by number; nil where there was none.
  public let screening: [Double]?
  /// The rounds.
  public let schedule: HalvingSchedule
  /// How far each mix has come, by number.
  public let reaches: [Reach]
  /// What each mix gained over nothing in the rounds, by number and direction of the outcome, in the replications that it
  /// was run in; without replications for those that were not.
  public let gains: [Estimate]
  /// The finalists, by number, the best of the rounds first.
  public let finalists: [Int]
  /// The final comparison.
  public let comparison: FinalComparison
  /// The mixes with the best means of the final comparison, for less and more money.
  public let frontier: [FrontierPoint]
  /// Which mix to choose.
  public let recommendation: Recommendation
  /// How far the search could have missed.
  public let doubts: SearchDoubts

  /// The mix that is recommended.
  public var recommendedMix: Mix { plan.mix(comparison.standings[recommendation.choice].mix) }
}
