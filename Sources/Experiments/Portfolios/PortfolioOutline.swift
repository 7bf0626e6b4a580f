internal import Designs

/// How large a search is before it is made: at most, for the leaders of budget steps may be among the better half.
public struct PortfolioOutline: Hashable, Sendable {
  /// The rounds.
  public let schedule: HalvingSchedule
  /// Mixes of each round at most, nothing among them.
  public let mixes: [Int]
  /// Mixes of the final comparison at most, nothing among them.
  public let finalMixes: Int

  /// Outlines a search.
  public init(_ plan: PortfolioPlan) {
    schedule = HalvingSchedule(mixes: plan.mixes.count - 1, effort: plan.effort)
    var most = plan.mixes.count
    mixes = schedule.rounds.map { round in
      defer { most = min(most, 1 + round.kept + plan.steps.limits.count) }
      return most
    }
    finalMixes = most
  }

  /// Runs in all at most.
  public var mostRuns: Int {
    zip(schedule.rounds, mixes).reduce(finalMixes * schedule.finalReplications.count) {
      $0 + $1.1 * $1.0.replications.count
    }
  }
}
