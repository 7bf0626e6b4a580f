import Testing

@testable import Experiments
@testable import Households

/// Who changed, from the model through an experiment to a summary.
@Suite("Counterfactuals of an experiment")
struct CounterfactualTests {
  private static let stratum = Stratum(province: "Punjab", region: .rural)

  private static let survey: [SurveyHousehold] = (0..<60).map { (row: Int) -> SurveyHousehold in
    SurveyHousehold(
      stratum: stratum, persons: 3 + row % 5, adultEquivalents: 4, workers: 1 + row % 2, children: 2, elderly: 0,
      femaleHead: row % 6 == 0, headLiterate: row % 2 == 0, schoolAge: 1, inSchool: 1, rooms: 2, toilet: .pit,
      livestock: true, landAcres: 1, consumptionPerMonth: 8000 + 400 * Double(row), weight: 1)
  }

  /// 300 households of one district for a year; a grant for a third of them.
  private static func scenario(_ name: String, hasGrants: Bool) -> Scenario {
    let place = Place(
      district: "Kasur", tehsil: "Kasur", settlementType: .rural, households: 600, unionCouncils: nil, stratum: stratum)
    let start = CalendarQuarter(year: 2019, quarter: 1)
    var scenario = Scenario(
      name: name, start: start, years: 1, replications: 1, seed: 5, regime: .threshold,
      population: PopulationSpecification(
        simulatedHouseholds: 300, places: [place], officialHeadcount: [:], consumptionScale: [.rural: 1.6]))
    if hasGrants {
      let grant = Intervention(
        name: "grant", kind: .assetGrant(amount: 50_000), deliveryCost: 0, delayQuarters: 0, takeUp: 1, completion: 1)
      scenario.programmes = [
        Programme(
          name: "Grants", partner: "Fund", area: Area(), from: start, until: start, totalBudget: nil,
          quarterlyBudget: nil, priceYear: 2016, capacityPerQuarter: nil, targeting: Targeting(lotteryShare: 0.3),
          package: [grant])
      ]
    }
    return scenario
  }

  private static func run(threads: Int) throws -> (summary: ExperimentSummary, sink: RecordingSink) {
    let scenarios = [
      scenario("Nothing", hasGrants: false), scenario("Nothing again", hasGrants: false),
      scenario("Grants", hasGrants: true),
    ]
    let model = try Model(
      baseline: scenarios[0], survey: survey, options: ModelOptions(threads: threads, blockSize: 64))
    let sink = RecordingSink()
    let summary = try Experiment(engine: model, plan: ExperimentPlan(scenarios: scenarios, replications: 3))
      .run(into: sink)
    return (summary, sink)
  }

  @Test("runs come with who changed, and without what became of each household")
  func runs() throws {
    let (summary, sink) = try Self.run(threads: 2)
    let count = summary.groupLevels.count * EndState.treatments.count * EndState.measures.count
    #expect(sink.runs.allSatisfy { $0.result.endState == nil })
    #expect(sink.runs.allSatisfy { $0.result.attribution.count == ($0.identity.scenario == 0 ? 0 : count) })
    let usual = sink.runs.map { $0.result.attribution.map(\.bitPattern) }
    #expect(try Self.run(threads: 1).sink.runs.map { $0.result.attribution.map(\.bitPattern) } == usual)
  }

  @Test("the summary has the means of the replications, and nothing of nothing")
  func summary() throws {
    let (summary, sink) = try Self.run(threads: 2)
    func estimate(_ scenario: Int, _ treatment: Int, _ measure: Change) throws -> Estimate {
      try #require(
        summary.attribution(scenario: scenario, group: 0, treatment: treatment, measure: measure.rawValue))
    }
    for change in [Change.outOnlyWith, .outOnlyWithout, .welfareEffect] {
      #expect(try estimate(1, 0, change).mean == 0)
      #expect(try estimate(1, 0, change).standardError == 0)
    }
    #expect(try estimate(1, 1, .welfareEffect).replications == 0)
    let position = EndState.position(groupLevel: 0, treatment: 1, measure: Change.welfareEffect.rawValue)
    let effects = sink.runs.filter { $0.identity.scenario == 2 }.map { $0.result.attribution[position] }
    let treated = try estimate(2, 1, .welfareEffect)
    #expect(treated.mean > 0)
    #expect(abs(treated.mean - effects.reduce(0, +) / 3) < 1e-15)
    #expect(treated.replications == 3)
    #expect(summary.attribution(scenario: 0, group: 0, treatment: 0, measure: 0) == nil)
  }

  @Test("a scenario that is the baseline under another name shares its rank and its chance")
  func ranks() throws {
    for ranking in try Self.run(threads: 1).summary.rankings() {
      let standings = ranking.standings
      #expect(standings[0].probabilityOfBest == standings[1].probabilityOfBest)
      #expect(standings[0].rank == standings[1].rank)
    }
  }
}
