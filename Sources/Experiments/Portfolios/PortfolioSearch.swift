public import Designs
public import Households

/// Searches the mixes of a portfolio for the best one.
///
/// 1. Halving (`HalvingSchedule`): all mixes of a round, and nothing, are run in the same replications; the better half by
///    the mean of all replications so far goes on, by net benefit where a worth is stated, and with it the mix that
///    gains most at each budget step.
/// 2. Final comparison (`FinalComparison`) of what is left, and of nothing, in replications that no choice has depended
///    on: a mix that was lucky so far has no advantage there. The frontier is of these mixes and replications alone.
///
/// Of mixes that are equal the one with the lower number goes on, which costs less. Results do not depend on the number
/// of threads.
public struct PortfolioSearch<Engine: Simulator>: Sendable {
  /// What is to be found out.
  public let plan: PortfolioPlan
  /// What runs mixes.
  public let engine: Engine
  private let scenario: @Sendable (Mix) -> Scenario

  /// Creates a search.
  /// - Parameters:
  ///   - plan: what is to be found out.
  ///   - engine: what runs mixes.
  ///   - scenario: the scenario of a mix; all are of the same length.
  /// - Precondition: the engine has the outcome of the plan.
  public init(plan: PortfolioPlan, engine: Engine, scenario: @escaping @Sendable (Mix) -> Scenario) {
    self.plan = plan
    self.engine = engine
    self.scenario = scenario
  }

  /// Searches.
  ///
  /// Both closures are called by one thread at a time, not always the caller's.
  ///
  /// - Parameters:
  ///   - finished: replications, from the first without a gap, that an earlier execution of the same search has made.
  ///   - take: takes each further replication, in their order; what was taken is safe when it returns.
  ///   - progress: told after each run.
  /// - Returns: what was found.
  /// - Throws: what `take` throws.
  /// - Complexity: runs as `PortfolioOutline` says.
  public func run(
    after finished: [EvaluationBatch] = [], into take: @escaping (EvaluationBatch) throws -> Void,
    progress: (PortfolioProgress) -> Void = { _ in }
  ) throws -> PortfolioFindings {
    try withoutActuallyEscaping(progress) { progress in
      var survivors = plan.mixes.map(\.number).filter { $0 != Mix.nothing }
      var finalists = survivors
      let schedule = HalvingSchedule(mixes: survivors.count, effort: plan.effort)
      let course = SearchCourse(
        plan: plan, runs: MixRuns(plan, engine: engine, scenario: scenario), finished: finished, take: take,
        tell: progress)
      for (index, round) in schedule.rounds.enumerated() {
        let stage = PortfolioProgress.Stage.round(index + 1, of: schedule.rounds.count, mixes: survivors.count)
        try course.run([Mix.nothing] + survivors, round.replications, stage: index + 1, as: stage)
        let (best, leaders) = course.leading(survivors, keeping: round.kept)
        (finalists, survivors) = (best, (best + leaders).sorted().uniqued)
      }
      let contestants = [Mix.nothing] + survivors
      try course.run(
        contestants, schedule.finalReplications, stage: schedule.rounds.count + 1,
        as: .final(mixes: contestants.count))
      return findings(schedule, course, finalists: finalists, contestants: contestants)
    }
  }

  // MARK: - Findings

  private func findings(
    _ schedule: HalvingSchedule, _ course: SearchCourse<Engine>, finalists: [Int], contestants: [Int]
  ) -> PortfolioFindings {
    let log = course.log
    let end = schedule.finalReplications.lowerBound
    let comparison = FinalComparison(
      plan, mixes: contestants, values: contestants.map { log.values(of: $0, in: schedule.finalReplications) })
    let reaches = plan.mixes.map { mix -> PortfolioFindings.Reach in
      if contestants.contains(mix.number) { return .final }
      let replications = log.replications(of: mix.number, below: end)
      return .round(1 + (schedule.rounds.lastIndex { $0.replications.lowerBound <= replications } ?? 0))
    }
    return PortfolioFindings(
      plan: plan, schedule: schedule, reaches: reaches,
      gains: plan.mixes.map { Estimate(log.gains(of: $0.number, over: Mix.nothing) { $0 < end }) },
      finalists: finalists, comparison: comparison,
      frontier: FrontierPoint.points(comparison, plan: plan),
      recommendation: Recommendation(comparison, plan: plan),
      doubts: SearchDoubts(
        plan, contestants: contestants, best: comparison.standings[comparison.best].mix, schedule: schedule, log: log))
  }
}

extension [Int] {
  /// A sorted list with each number once.
  fileprivate var uniqued: [Int] { enumerated().filter { $0 == 0 || self[$0 - 1] != $1 }.map(\.element) }
}
