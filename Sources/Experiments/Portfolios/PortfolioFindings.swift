public import Designs

/// What a search for the best mix has found.
public struct PortfolioFindings: Sendable {
  /// How far a mix has come.
  public enum Reach: Hashable, Sendable {
    /// It was run last in this round, from 1.
    case round(Int)
    /// It was compared at the end.
    case final
  }

  /// What was to be found out.
  public let plan: PortfolioPlan
  /// The rounds.
  public let schedule: HalvingSchedule
  /// How far each mix has come, by number.
  public let reaches: [Reach]
  /// What each mix gained over nothing in the rounds, by number and direction of the outcome, in the replications that it
  /// was run in.
  public let gains: [Estimate]
  /// The finalists, by number, the best of the rounds first.
  public let finalists: [Int]
  /// The final comparison.
  public let comparison: FinalComparison
  /// The mixes that are worth their budgets, the cheapest first.
  public let frontier: [FrontierPoint]
  /// Which mix to choose.
  public let recommendation: Recommendation
  /// How far the search could have missed.
  public let doubts: SearchDoubts

  /// The mix that is recommended.
  public var recommendedMix: Mix { plan.mix(comparison.standings[recommendation.choice].mix) }
}
