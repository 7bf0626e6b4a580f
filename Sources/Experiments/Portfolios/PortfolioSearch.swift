public import Designs
public import Households

extension PortfolioPlan {
  /// Searches the mixes of a portfolio for the best one.
  ///
  /// 1. Halving (`HalvingSchedule`): all mixes of a round, and nothing, are run in the same replications; the better
  ///    half by the mean of all replications so far goes on, by net benefit where a worth is stated, and with it the
  ///    mix that gains most at each budget step.
  /// 2. Final comparison (`FinalComparison`) of what is left, and of nothing, in replications that no choice has
  ///    depended on: a mix that was lucky so far has no advantage there. The frontier is of these mixes and
  ///    replications alone.
  ///
  /// Of mixes that are equal the one with the lower number goes on, which costs less. Results do not depend on the
  /// number of threads. The sink and the listener are called by one thread at a time, not always the caller's.
  ///
  /// - Parameters:
  ///   - engine: what runs mixes.
  ///   - finished: replications, from the first without a gap, that an earlier execution of the same search has made.
  ///   - take: takes each further replication, in their order; what was taken is safe when it returns.
  ///   - progress: told after each run.
  ///   - scenario: the scenario of a mix; all are of the same length.
  /// - Returns: what was found.
  /// - Throws: what `take` throws.
  /// - Precondition: the engine has the outcome of the plan.
  /// - Complexity: runs as `PortfolioOutline` says.
  public func search(
    engine: some Simulator, after finished: [EvaluationBatch] = [],
    into take: @escaping (EvaluationBatch) throws -> Void, progress: (PortfolioProgress) -> Void = { _ in },
    scenario: @escaping @Sendable (Mix) -> Scenario
  ) throws -> PortfolioFindings {
    try withoutActuallyEscaping(progress) { progress in
      var survivors = mixes.map(\.number).filter { $0 != Mix.nothing }
      var finalists = survivors
      let schedule = HalvingSchedule(mixes: survivors.count, effort: effort)
      let course = SearchCourse(
        log: EvaluationLog(self), plan: self, runs: MixRuns(self, engine: engine, scenario: scenario),
        finished: finished, take: take, tell: progress)
      for (index, round) in schedule.rounds.enumerated() {
        let stage = PortfolioProgress.Stage.round(index + 1, of: schedule.rounds.count, mixes: survivors.count)
        try course.run([Mix.nothing] + survivors, round.replications, stage: index + 1, as: stage)
        let (best, leaders) = course.leading(survivors, keeping: round.kept)
        (finalists, survivors) = (best, Set(best + leaders).sorted())
      }
      let contestants = [Mix.nothing] + survivors
      try course.run(
        contestants, schedule.finalReplications, stage: schedule.rounds.count + 1,
        as: .final(mixes: contestants.count))
      return findings(schedule, course.log, finalists: finalists, contestants: contestants)
    }
  }

  // MARK: - Findings

  private func findings(
    _ schedule: HalvingSchedule, _ log: EvaluationLog, finalists: [Int], contestants: [Int]
  ) -> PortfolioFindings {
    let end = schedule.finalReplications.lowerBound
    let comparison = FinalComparison(
      self, mixes: contestants, values: contestants.map { log.values(of: $0, in: schedule.finalReplications) })
    let reaches = mixes.map { mix -> PortfolioFindings.Reach in
      if contestants.contains(mix.number) { return .final }
      let replications = log.replications(of: mix.number, below: end)
      return .round(1 + (schedule.rounds.lastIndex { $0.replications.lowerBound <= replications } ?? 0))
    }
    return PortfolioFindings(
      plan: self, schedule: schedule, reaches: reaches,
      gains: mixes.map { Estimate(log.gains(of: $0.number, over: Mix.nothing) { $0 < end }) },
      finalists: finalists, comparison: comparison,
      frontier: FrontierPoint.points(comparison, plan: self),
      recommendation: Recommendation(comparison, plan: self),
      doubts: SearchDoubts(
        self, contestants: contestants, best: comparison.standings[comparison.best].mix, schedule: schedule, log: log))
  }
}
