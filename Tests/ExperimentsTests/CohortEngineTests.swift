import Households
import Testing

@testable import Experiments

/// The cohort engine as an experiment sees it.
@Suite struct CohortEngineTests {
  /// Keeps what it is given.
  private final class Keeper: ResultSink {
    var results: [RunResult] = []
    func take(_ household: HouseholdRecord, of run: RunIdentity) {}
    func take(_ result: RunResult, of run: RunIdentity) { results.append(result) }
    func finish(replication: Int) {}
  }

  private static func run(threads: Int) throws -> (results: [RunResult], summary: ExperimentSummary) {
    let engine = CohortEngine(model: try SmallWorld.model(threads: threads), options: CohortOptions(classes: 50))
    var baseline = SmallWorld.scenario
    baseline.name = "Baseline"
    baseline.programmes = []
    let keeper = Keeper()
    let plan = ExperimentPlan(scenarios: [baseline, SmallWorld.scenario], replications: 4)
    let summary = try Experiment(engine: engine, plan: plan).run(into: keeper)
    return (keeper.results, summary)
  }

  @Test("results have the same bits for any number of threads")
  func threads() throws {
    let (one, three) = (try Self.run(threads: 1), try Self.run(threads: 3))
    #expect(one.results.count == 8)
    for (left, right) in zip(one.results, three.results) {
      for (first, second) in zip(left.observations, right.observations) {
        #expect(first.values.map(\.bitPattern) == second.values.map(\.bitPattern))
        #expect(first.programmeValues.map(\.bitPattern) == second.programmeValues.map(\.bitPattern))
      }
      #expect(left.transitions.map(\.bitPattern) == right.transitions.map(\.bitPattern))
      #expect(left.costs == right.costs)
    }
  }

  @Test("scenarios are compared and ranked by what a cohort gives")
  func ranking() throws {
    let summary = try Self.run(threads: 2).summary
    let names = summary.rankings().map(\.measure.name)
    #expect(names == ["out_of_dependency", "durable_exits", "programme_cost"])
    #expect(summary.costs[1].mean > 0)
    let enrolled = try #require(summary.programmeEstimate(scenario: 1, quarter: 1, programme: 0, measure: 0))
    // Half of the 800 win the lottery; of these a few can never be registered.
    #expect(enrolled.mean > 340 && enrolled.mean < 400)
  }

  @Test("the kinds of engine name their measures")
  func kinds() {
    #expect(EngineKind.individual.measures == Model.measures)
    #expect(EngineKind.cohort.measures == CohortEngine.measures)
  }

  @Test("an engine names the processes that it follows and that take part")
  func processes() throws {
    let programme = SmallWorld.scenario
    var base = programme
    base.programmes = []
    #expect(EngineKind.cohort.processNames(of: [base]) == ["dependency"])
    #expect(EngineKind.cohort.processNames(of: [base, programme]) == ["programmes", "dependency"])
    #expect(EngineKind.individual.processNames(of: [base]) == Model.processNames(of: [base]))
    #expect(Set(CohortEngine.processNames).isSubset(of: Model.processes.map(\.name)))
  }
}
