internal import Designs
internal import Households

/// Runs mixes in the same replications: all of one start from the same settled world and meet the same luck.
struct MixRuns<Engine: Simulator>: Sendable {
  private(set) var engine: Engine
  /// Where the outcome stands among the values of an observation.
  let place: Int
  let scenario: @Sendable (Mix) -> Scenario

  init(_ plan: PortfolioPlan, engine: Engine, scenario: @escaping @Sendable (Mix) -> Scenario) {
    guard case .headline(let headline) = plan.outcome,
      let place = engine.groupLevels.place(of: headline.rawValue, among: Engine.measures)
    else { preconditionFailure("the engine has no measure \(plan.outcome.name)") }
    self.engine = engine
    self.place = place
    self.scenario = scenario
  }

  /// Runs mixes in some replications and passes on what each of these gave, in their order.
  ///
  /// `advance` is told of each run that is done, on any thread; `take` takes the next replication, one at a time, and
  /// its error ends the runs.
  func run(
    _ mixes: [Mix], replications: Range<Int>, advance: @escaping @Sendable () -> Void,
    take: @escaping (_ replication: Int, [MixEvaluation]) throws -> Void
  ) throws {
    var single = self
    single.engine = engine.onOneThread()
    try OrderedPool.share(replications, among: engine.simultaneousRuns) { [single] replication, isAlone, isWanted in
      (isAlone ? self : single).evaluations(of: mixes, replication: replication, isWanted: isWanted, advance: advance)
        .map { (replication: replication, evaluations: $0) }
    } take: {
      try take($0.replication, $0.evaluations)
    }
  }

  private func evaluations(
    of mixes: [Mix], replication: Int, isWanted: () -> Bool, advance: () -> Void
  ) -> [MixEvaluation]? {
    let settled = engine.settled(replication: replication)
    var evaluations: [MixEvaluation] = []
    for mix in mixes {
      guard isWanted() else { return nil }
      let scenario = scenario(mix)
      let result = engine.run(
        scenario, from: settled, replication: replication, observeEvery: scenario.quarters, microdataAt: [],
        progress: { _ in }, record: { _ in })
      evaluations.append(
        MixEvaluation(
          mix: mix.number, outcome: result.observations.last?.values[place] ?? .nan,
          cost: result.costs.reduce(0) { $0 + $1.pkr }))
      advance()
    }
    return evaluations
  }
}
