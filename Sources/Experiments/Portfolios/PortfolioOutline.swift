internal import Designs

/// How large a search is before it is made: at most, for it depends on what the screening finds.
public struct PortfolioOutline: Hashable, Sendable {
  /// Mixes that are run at most, nothing not counted.
  public let mixes: Int
  /// The rounds, with as many mixes as make the most runs: fewer can make more, in another number of rounds.
  public let schedule: HalvingSchedule
  /// Mixes of the final comparison at most, nothing among them.
  public let finalMixes: Int
  /// Replications in all at most.
  public let replications: Int

  /// Outlines a search.
  /// - Parameters:
  ///   - plan: what is to be found out.
  ///   - isScreened: whether there is a screening; all mixes are run without one.
  public init(_ plan: PortfolioPlan, isScreened: Bool) {
    let (all, steps) = (plan.mixes.count - 1, plan.steps.limits.count)
    // The leaders of budget steps are among the best of the screening or come on top of them.
    let least = isScreened ? min(all, plan.effort.screened) : all
    let most = isScreened ? min(all, plan.effort.screened + steps) : all
    let schedules = (least...most).map { HalvingSchedule(mixes: $0, effort: plan.effort) }
    mixes = most
    schedule = schedules.dropFirst().reduce(schedules[0]) { $1.runs > $0.runs ? $1 : $0 }
    finalMixes = 1 + min(most, plan.effort.finalists + steps)
    replications = schedules.reduce(0) { max($0, $1.finalReplications.upperBound - 1) }
  }

  /// Runs in all at most.
  public var mostRuns: Int { schedule.runs + finalMixes * schedule.finalReplications.count }
}
