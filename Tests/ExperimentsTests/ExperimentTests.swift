import Households
import Testing

@testable import Experiments

@Suite("Experiment")
struct ExperimentTests {
  private let plan = ExperimentPlan(
    scenarios: [.made("A"), .made("B")], replications: 2, observeEvery: 2, microdataAt: [4])

  @Test("every scenario of a replication starts from the same settled population")
  func order() throws {
    let engine = ToySimulator()
    _ = try Experiment(engine: engine, plan: plan).run(into: RecordingSink())
    #expect(
      engine.log == [
        "settle 1", "run A 1 from 1 every 2", "run B 1 from 1 every 2",
        "settle 2", "run A 2 from 2 every 2", "run B 2 from 2 every 2",
      ])
  }

  @Test("results leave as soon as they are there, households first")
  func streaming() throws {
    let sink = RecordingSink()
    _ = try Experiment(engine: ToySimulator(), plan: plan).run(into: sink)
    #expect(
      sink.log == [
        "household A 1 at 4", "result A 1", "household B 1 at 4", "result B 1", "finish 1",
        "household A 2 at 4", "result A 2", "household B 2 at 4", "result B 2", "finish 2",
      ])
  }

  @Test("a sink that fails ends the experiment")
  func failingSink() {
    let engine = ToySimulator()
    let sink = RecordingSink()
    sink.refusesHouseholds = true
    #expect(throws: RecordingSink.Refusal.self) { _ = try Experiment(engine: engine, plan: plan).run(into: sink) }
    #expect(engine.log == ["settle 1", "run A 1 from 1 every 2"])
  }

  @Test("progress rises from 0 to 1 and names what runs")
  func progress() throws {
    var seen: [ExperimentProgress] = []
    _ = try Experiment(engine: ToySimulator(), plan: plan).run(into: RecordingSink(), progress: { seen.append($0) })
    #expect(seen.first?.fraction == 0)
    #expect(seen.first?.scenarioName == nil)
    #expect(seen.last?.fraction == 1)
    #expect(seen.last?.scenarioName == "B")
    #expect(seen.map(\.fraction) == seen.map(\.fraction).sorted())
    #expect(seen.count == 2 * (1 + 2 * 4))
  }

  @Test("each settled population is shown")
  func settled() throws {
    var seen: [Int] = []
    _ = try Experiment(engine: ToySimulator(), plan: plan).run(into: RecordingSink(), hasSettled: { seen.append($0) })
    #expect(seen == [1, 2])
  }

  @Test("the summary has the estimates of the runs")
  func summary() throws {
    let engine = ToySimulator(values: ["A": [[0.25, 10], [0.75, 20]], "B": [[0.5, 30], [0.75, 40]]])
    let summary = try Experiment(engine: engine, plan: plan).run(into: RecordingSink())
    #expect(summary.quarters == [0, 4])
    #expect(summary.estimate(scenario: 0, quarter: 1, group: 0, measure: 0).mean == 0.5)
    #expect(summary.comparison(scenario: 1, quarter: 1, group: 0, measure: 1).difference.mean == 20)
    #expect(summary.comparison(scenario: 1, quarter: 1, group: 0, measure: 1).difference.standardError == 0)
  }

  @Test("the summary knows the programmes of each scenario")
  func programmes() throws {
    var helped = Scenario.made("B")
    helped.programmes = ["Loans", "Grants"].map { name in
      Programme(
        name: name, partner: "Fund", area: Area(), from: helped.start, until: helped.start, totalBudget: nil,
        quarterlyBudget: nil, priceYear: 2016, capacityPerQuarter: nil, targeting: .universal, package: [])
    }
    let plan = ExperimentPlan(scenarios: [.made("A"), helped], replications: 1)
    let summary = try Experiment(engine: ToySimulator(), plan: plan).run(into: RecordingSink())
    #expect(summary.programmeNames == [[], ["Loans", "Grants"]])
  }

  @Test("the model has every headline measure", arguments: HeadlineMeasure.allCases)
  func headlines(headline: HeadlineMeasure) {
    #expect(Model.measures.contains { $0.name == headline.rawValue })
  }
}
