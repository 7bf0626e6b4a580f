public import Designs
internal import ExactMath
public import Households

/// Searches the mixes of a portfolio for the best one.
///
/// 1. Screening: a fast simulator looks at all mixes, and those that it thinks best go on, with the best of each budget
///    step. Where it cannot give the outcome, all go on.
/// 2. Halving (`HalvingSchedule`): all mixes of a round, and nothing, are run in the same replications; the better half by
///    the mean of all replications so far goes on.
/// 3. Final comparison (`FinalComparison`) of the finalists, of the mix that led at each budget step, and of nothing, in
///    replications that no choice has depended on: a mix that was lucky so far has no advantage there. The frontier is
///    of these mixes and replications alone.
///
/// Of mixes that are equal the one with the lower number goes on, which costs less. Results do not depend on the number
/// of threads.
public struct PortfolioSearch<Screen: Simulator, Engine: Simulator>: Sendable {
  /// What is to be found out.
  public let plan: PortfolioPlan
  /// What looks at all mixes first; nil: nothing does.
  public let screen: Screen?
  /// What runs mixes.
  public let engine: Engine
  private let scenario: @Sendable (Mix) -> Scenario

  /// Creates a search.
  /// - Parameters:
  ///   - plan: what is to be found out.
  ///   - screen: what looks at all mixes first.
  ///   - engine: what runs mixes.
  ///   - scenario: the scenario of a mix; all are of the same length.
  /// - Precondition: the engine has the outcome of the plan.
  public init(
    plan: PortfolioPlan, screen: Screen?, engine: Engine, scenario: @escaping @Sendable (Mix) -> Scenario
  ) {
    self.plan = plan
    self.screen = screen
    self.engine = engine
    self.scenario = scenario
  }

  /// Searches.
  ///
  /// The sink and the closure are called by one thread at a time, not always the caller's.
  ///
  /// - Parameters:
  ///   - finished: replications, from the first without a gap, that an earlier execution of the same search has made.
  ///   - sink: where each further replication goes, in their order.
  ///   - progress: told after each run.
  /// - Returns: what was found.
  /// - Throws: what the sink throws.
  /// - Complexity: O(mixes) for the screening; runs as `HalvingSchedule` says, then those of the final comparison.
  public func run(
    after finished: [EvaluationBatch] = [], into sink: any PortfolioSink,
    progress: (PortfolioProgress) -> Void = { _ in }
  ) throws -> PortfolioFindings {
    try withoutActuallyEscaping(progress) { progress in
      let screening = screened(progress)
      let entrants = entrants(screening)
      let schedule = HalvingSchedule(mixes: entrants.count, effort: plan.effort)
      let course = SearchCourse(
        plan: plan, runs: MixRuns(plan, engine: engine, scenario: scenario), finished: finished, sink: sink,
        tell: progress)
      var survivors = entrants
      for (index, round) in schedule.rounds.enumerated() {
        let stage = PortfolioProgress.Stage.round(index + 1, of: schedule.rounds.count, mixes: survivors.count)
        try course.run([Mix.nothing] + survivors, round.replications, stage: index + 1, as: stage)
        survivors = Array(course.ranked(survivors).prefix(round.kept))
      }
      let end = schedule.finalReplications.lowerBound
      let leaders = schedule.rounds.isEmpty ? [] : course.leaders(among: entrants, below: end)
      let contestants = ([Mix.nothing] + survivors + leaders).sorted().uniqued
      try course.run(
        contestants, schedule.finalReplications, stage: schedule.rounds.count + 1,
        as: .final(mixes: contestants.count))
      return findings(
        screening, entrants: entrants, schedule, course, finalists: survivors, contestants: contestants)
    }
  }

  // MARK: - Screening

  private func screened(_ progress: @escaping (PortfolioProgress) -> Void) -> [Double]? {
    guard let screen else { return nil }
    let meter = StageMeter(.screening(mixes: plan.mixes.count), runs: plan.mixes.count, tell: progress)
    return Screening(screen: screen, scenario: scenario).outcomes(of: plan) { meter.advance() }
      .map { RoundingTolerance.settled($0) }
  }

  /// The mixes that are run, by number, nothing not among them.
  private func entrants(_ screening: [Double]?) -> [Int] {
    let numbers = plan.mixes.map(\.number).filter { $0 != Mix.nothing }
    guard let screening else { return numbers }
    func isBetter(_ first: Int, _ second: Int) -> Bool { plan.gain(screening[first - 1] - screening[second - 1]) > 0 }
    let best = numbers.sorted { isBetter($0, $1) || (!isBetter($1, $0) && $0 < $1) }.prefix(plan.effort.screened)
    let leaders = plan.leaders(among: numbers, isBetter: isBetter).compactMap(\.self)
    return (best + leaders).sorted().uniqued
  }

  // MARK: - Findings

  private func findings(
    _ screening: [Double]?, entrants: [Int], _ schedule: HalvingSchedule, _ course: SearchCourse<Engine>,
    finalists: [Int], contestants: [Int]
  ) -> PortfolioFindings {
    let log = course.log
    let end = schedule.finalReplications.lowerBound
    let comparison = FinalComparison(
      plan, mixes: contestants, values: contestants.map { log.values(of: $0, in: schedule.finalReplications) })
    let reaches = plan.mixes.map { mix -> PortfolioFindings.Reach in
      if contestants.contains(mix.number) { return .final }
      let replications = log.replications(of: mix.number, below: end)
      let round = schedule.rounds.lastIndex { $0.replications.lowerBound <= replications }
      return round.map { .round($0 + 1) } ?? .listed
    }
    let best = comparison.standings[comparison.best]
    return PortfolioFindings(
      plan: plan, screening: screening, schedule: schedule, reaches: reaches,
      gains: plan.mixes.map { Estimate(log.gains(of: $0.number, over: Mix.nothing, below: end)) },
      finalists: finalists, comparison: comparison,
      frontier: FrontierPoint.points(leaders: leadersAtEnd(comparison), limits: plan.steps.limits, comparison),
      recommendation: Recommendation(comparison, plan: plan),
      doubts: SearchDoubts(
        plan, screening: screening, entrants: entrants, contestants: contestants, best: best.mix,
        bestGain: plan.gain(best.fromNothing.mean), rounds: schedule, log: log))
  }

  /// The mix with the best mean of the final comparison at each budget step, by its index there.
  private func leadersAtEnd(_ comparison: FinalComparison) -> [Int] {
    let numbers = comparison.standings.map(\.mix)
    func index(_ number: Int) -> Int { numbers.firstIndex(of: number) ?? 0 }
    return plan.leaders(among: numbers) { plan.gain(comparison.difference(index($0), index($1)).mean) > 0 }
      .compactMap { $0.flatMap { numbers.firstIndex(of: $0) } }
  }
}

extension [Int] {
  /// A sorted list with each number once.
  fileprivate var uniqued: [Int] { enumerated().filter { $0 == 0 || self[$0 - 1] != $1 }.map(\.element) }
}
