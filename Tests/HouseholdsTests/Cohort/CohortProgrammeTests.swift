import Simulation
import Testing

@testable import Households

/// What programmes do to a cohort in expectation.
@Suite struct CohortProgrammeTests {
  static let scenario = Scenario.small(households: 1000, years: 3)

  private static func result(_ scenario: Scenario, classes: Int = 60) throws -> RunResult {
    let engine = CohortEngine(model: try Self.scenario.model(), options: CohortOptions(classes: classes))
    return engine.project(scenario, from: engine.settled(replication: 1))
  }

  private static func value(_ name: String, _ result: RunResult) throws -> Double {
    let index = try #require(CohortEngine.measures.firstIndex { $0.name == name })
    return try #require(result.observations.last?.values[index])
  }

  @Test("a programme that gives nothing changes nobody and costs what it delivers")
  func nothing() throws {
    let nothing = try Programme.small(
      until: "2019-Q4", capacity: 50, Intervention.make("nothing", .assetGrant(amount: 0), cost: 100))
    let (with, without) = (try Self.result(Self.scenario.with(nothing)), try Self.result(Self.scenario))
    for (left, right) in zip(with.observations[3].values, without.observations[3].values) where !left.isNaN {
      #expect((left - right).magnitude <= 1e-9 * max(1, right.magnitude))
    }
    #expect(with.costs.map(\.quarter) == [1, 2, 3, 4])
    for cost in with.costs {
      #expect((cost.units - 50).magnitude < 1e-9)
      #expect((cost.pkr - 50 * 100 / 1.1562).magnitude < 1e-6)
    }
  }

  @Test(
    "enrolment and costs are those of the simulated programme where luck has no part in them",
    arguments: [nil, 300_000.0])
  func asSimulated(budget: Double?) throws {
    let programme = try Programme.small(
      until: "2019-Q4", total: budget, capacity: 40,
      Intervention.make("cash", .cashTransfer(amount: 2000, quarters: 3), cost: 100, delay: 1))
    let scenario = Self.scenario.with(programme)
    let model = try Self.scenario.model()
    let simulated = model.run(
      scenario, from: model.settled(replication: 1), replication: 1, observeEvery: 4)
    let projected = try Self.result(scenario)
    // Simulated households stand for five real ones, which are enrolled whole.
    let unit = 5.0 * 3 * 2100 / 1.1562
    let difference = simulated.costs.reduce(0) { $0 + $1.pkr } - projected.costs.reduce(0) { $0 + $1.pkr }
    #expect(difference.magnitude <= unit + 1e-3)
    for quarter in 1...7 {
      let ofQuarter = { (result: RunResult) in result.costs.filter { $0.quarter == quarter }.reduce(0) { $0 + $1.units }
      }
      #expect((ofQuarter(simulated) - ofQuarter(projected)).magnitude <= 10)
    }
    let enrolled = try #require(projected.observations.last?.programmeValues[0])
    #expect((enrolled - (budget.map { $0 / 6300 } ?? 160)).magnitude < 1e-6)
  }

  @Test("budgets are never overspent, in all and by quarter")
  func budgets() throws {
    let programme = try Programme.small(
      until: "2020-Q4", total: 1_000_000, quarterly: 150_000,
      Intervention.make("cash", .cashTransfer(amount: 5000, quarters: 4), cost: 200))
    let costs = try Self.result(Self.scenario.with(programme)).costs
    let total = costs.reduce(0) { $0 + $1.pkr }
    #expect(total <= 1_000_000 / 1.1562 * (1 + 1e-9) && total > 900_000 / 1.1562)
    for quarter in 1...12 {
      #expect(costs.filter { $0.quarter == quarter }.reduce(0) { $0 + $1.pkr } <= 150_000 / 1.1562 * (1 + 1e-9))
    }
  }

  @Test("a partner's purse limits all its programmes together")
  func purse() throws {
    var scenario = Self.scenario.with(
      try .small(named: "First", .make("cash", .cashTransfer(amount: 5000, quarters: 1))),
      try .small(named: "Second", .make("cash", .cashTransfer(amount: 5000, quarters: 1))))
    for index in scenario.programmes.indices { scenario.programmes[index].partner = "Both" }
    scenario.partners = [Partner(name: "Both", totalBudget: 100_000, priceYear: 2019)]
    let costs = try Self.result(scenario).costs
    #expect((costs.reduce(0) { $0 + $1.pkr } - 100_000 / 1.1562).magnitude < 1e-6)
  }

  @Test("the poorest come first, by the scorecard")
  func poorestFirst() throws {
    let engine = CohortEngine(model: try Self.scenario.model(), options: CohortOptions(classes: 300))
    let cohort = engine.settled(replication: 1)
    let programme = try Programme.small(target: Targeting(scoreAtMost: 30), Intervention.cash)
    let targeting = CohortTargeting(programme, cohort, scenario: Self.scenario, surveyError: nil)
    let scores = targeting.groups.map { group in
      cohort.classes.mean(of: group[0]) { Double(cohort.population.score[$0]) }
    }
    #expect(scores.count > 20)
    #expect(scores[0] < scores[scores.count - 1])
    var eligible = 0.0
    for index in 0..<cohort.classCount {
      eligible += targeting.eligibleShare[index] * Double(cohort.classes.members(of: index).count)
    }
    #expect((eligible - Double(cohort.population.score.elements.count { $0 <= 30 })).magnitude < 1e-6)
  }

  @Test("a lottery admits its share, an area its places, and the excluded stay out")
  func eligibility() throws {
    let engine = CohortEngine(model: try Self.scenario.model(), options: CohortOptions(classes: 60))
    let cohort = engine.settled(replication: 1)
    func households(_ programme: Programme) -> Double {
      let targeting = CohortTargeting(programme, cohort, scenario: Self.scenario, surveyError: nil)
      return (0..<cohort.classCount).reduce(0) { $0 + targeting.eligibleShare[$1] * cohort.householdsOfClass[$1] }
    }
    let all = cohort.householdsOfClass.reduce(0, +)
    #expect((households(try .small(target: Targeting(lotteryShare: 0.25), .cash)) - 0.25 * all).magnitude < 1e-6)
    let okara = try Programme.small(area: Area(district: "Okara"), .cash)
    #expect((households(okara) - 1600).magnitude < 1e-6)
    let excluded = try Programme.small(target: Targeting(excludedHouseholds: [0, 1]), .cash)
    #expect(households(excluded) < all - 1)
  }

  @Test("each thing that is given moves the cohort the way it moves households")
  func directions() throws {
    let base = try Self.result(Self.scenario)
    func change(_ measure: String, _ kind: Intervention.Kind) throws -> Double {
      let result = try Self.result(Self.scenario.with(try .small(Intervention.make("help", kind))))
      return try Self.value(measure, result) - Self.value(measure, base)
    }
    #expect(try change("political_claiming", .awarenessTraining(gain: 0.5)) > 0.001)
    #expect(try change("economic_self_reliant", .assetGrant(amount: 50_000)) > 0.001)
    #expect(try change("economic_self_reliant", .cashTransfer(amount: 10_000, quarters: 8)) > 0.001)
    #expect(try change("economic_self_reliant", .skillTraining(level: 2)) > 0.001)
    #expect(try change("social_isolated", .coaching(quarters: 8)) < 0)
    #expect(
      try change("economic_self_reliant", .softLoan(amount: 20_000, instalments: 8, buysOutDebt: true)) > 0.001)
    #expect(try change("durable_exits", .savingsDeposit(amount: 20_000)).magnitude < 1e-6)
  }

  @Test("what is done for places ends with it, for the untreated too")
  func placesAgain() throws {
    let programme = try Programme.places(
      until: "2019-Q2", .displayCentre(marketGain: 3, setupCost: 1000, runningCost: 1000))
    let engine = CohortEngine(model: try Self.scenario.model(), options: CohortOptions(classes: 60))
    let projection = CohortProjection(Self.scenario.with(programme), from: engine.settled(replication: 1))
    let rows = projection.rows
    let first = rows.count * Feature.surplus.profileIndex
    func surplus() -> [Double] { (0..<rows.count).map { rows.features[first + $0] } }
    let start = surplus()
    for _ in 1...2 {
      projection.advance()
      let isRaised = zip(surplus(), start).contains { $0 > $1 }
      #expect(isRaised)
    }
    projection.advance()
    #expect(surplus() == start)
  }

  @Test("loans come back but for what is written off, and a revolving fund lends them again")
  func loans() throws {
    func account(isRevolving: Bool) throws -> (lent: Double, values: [Double]) {
      var programme = try Programme.small(
        until: "2020-Q4", total: 500_000,
        Intervention.make("loan", .softLoan(amount: 10_000, instalments: 2, buysOutDebt: false)))
      programme.isRevolving = isRevolving
      let result = try Self.result(Self.scenario.with(programme))
      let lent = result.costs.filter { $0.intervention == "loan" }.reduce(0) { $0 + $1.pkr }
      return (lent, try #require(result.observations.last?.programmeValues))
    }
    let (once, again) = (try account(isRevolving: false), try account(isRevolving: true))
    #expect((once.lent - 500_000 / 1.1562).magnitude < 1e-3)
    #expect(again.lent > 2 * once.lent)
    #expect(once.values[9].magnitude < 1e-6)
    #expect(once.values[10] > 0.95 && once.values[10] < 1)
  }

  @Test("members come from organisations, households are conserved, and only members are enrolled")
  func organisations() throws {
    var mobilisation = SocialMobilisation()
    mobilisation.organisers = 4
    mobilisation.salary = 20_000
    mobilisation.visitsPerOrganiser = 60
    mobilisation.credibility = 0.8
    mobilisation.womenOutreach = 0.5
    var organising = try Programme.small(named: "Organising", until: "2021-Q4")
    organising.community = [CommunityIntervention(name: "social_mobilisation", kind: .socialMobilisation(mobilisation))]
    var target = Targeting()
    target.membersOnly = true
    let training = try Programme.small(
      named: "Training", until: "2021-Q4", target: target, .make("rights", .awarenessTraining(gain: 0.3), cost: 900))
    let scenario = Self.scenario.with(organising, training)
    let engine = CohortEngine(model: try Self.scenario.model(), options: CohortOptions(classes: 60))
    let cohort = engine.settled(replication: 1)
    let projection = CohortProjection(scenario, from: cohort)
    let households = cohort.householdsOfClass.reduce(0, +)
    var members = 0.0
    for _ in 1...12 {
      projection.advance()
      #expect((projection.states.reduce(0, +) - households).magnitude < 1e-8 * households)
      let rows = projection.rows
      members = (0..<rows.count).reduce(0) { total, row in
        row / cohort.classCount & CohortRows.member == 0 ? total : total + CohortMasses.total(rows.masses(ofRow: row))
      }
    }
    #expect(members > 0.05 * households && members < households)
    let enrolled = projection.programmeValues[Model.programmeMeasures.count]
    #expect(enrolled > 0 && enrolled <= members * 1.2)
    let result = engine.project(scenario, from: cohort)
    let durable = try Self.value("durable_exits", result) - Self.value("durable_exits", try Self.result(Self.scenario))
    #expect(durable > 0)
    #expect(result.costs.contains { $0.intervention == "social_mobilisation/staff" && $0.pkr > 0 })
  }

  @Test("a programme after another enrols only who has completed that one")
  func prerequisites() throws {
    let first = try Programme.small(
      named: "First", capacity: 100, .make("skill", .skillTraining(level: 2), takeUp: 0.5, completion: 0.8))
    var second = try Programme.small(named: "Second", until: "2020-Q4", .make("business", .entrepreneurshipTraining))
    second.after = ["First"]
    let values = try #require(try Self.result(Self.scenario.with(first, second)).observations.last?.programmeValues)
    let enrolled = (first: values[0], second: values[Model.programmeMeasures.count])
    #expect((enrolled.first - 100).magnitude < 1e-6)
    #expect(enrolled.second > 70 && enrolled.second < 100)
    let alone = try #require(try Self.result(Self.scenario.with(second)).observations.last?.programmeValues)
    #expect(alone[0] == 0)
  }

  @Test("what is left out is named")
  func omissions() throws {
    var works = try Programme.small(named: "Works", .make("deposit", .savingsDeposit(amount: 100)))
    works.community = [CommunityIntervention(name: "lanes", kind: .collectiveWorks(cost: 1, localShare: 0))]
    let lost = CohortEngine.omissions(of: Self.scenario.with(works, try .small(.cash)))
    #expect(lost == ["a cohort leaves out of small, Works: deposit; lanes with its costs"])
    #expect(CohortEngine.omissions(of: Self.scenario).isEmpty)
  }
}
