import ExactMath
import Randomness
import Simulation
import Testing

@testable import Households

@Suite struct CoordinationTests {
  /// Two partners with the same package and the same money.
  private static func scenario(_ coordination: Coordination?) throws -> Scenario {
    var scenario = Scenario.small()
    scenario.coordination = coordination
    scenario.programmes = try ["One", "Two"].map { name in
      try Programme.small(
        named: name, until: "2020-Q4", total: 6_000_000, capacity: 300,
        target: Targeting(scoreAtMost: 30, scoreErrorPoints: 5),
        .make("cash", .cashTransfer(amount: 5000, quarters: 1), cost: 200),
        .make("awareness", .awarenessTraining(gain: 0.3), cost: 500, takeUp: 0.6))
    }
    return scenario
  }

  private static func measures(_ model: Model, _ scenario: Scenario, replication: Int) throws -> Measures {
    let result = model.run(
      scenario, from: model.settled(replication: replication), replication: replication, observeEvery: 8)
    let report = Report(model, try #require(result.observations.last))
    return Measures(
      twice: try report.value("served_twice"), unmet: try report.value("unmet_need"),
      spent: result.costs.reduce(0) { $0 + $1.pkr })
  }

  private struct Measures {
    let twice, unmet, spent: Double
  }

  @Test("planning together leaves fewer overlaps and gaps than planning alone, a shared register no overlaps")
  func modes() throws {
    let scenarios = try Coordination.allCases.map { try Self.scenario($0) }
    let model = try scenarios[0].model()
    for replication in 1...4 {
      let (alone, registry, joint) = (
        try Self.measures(model, scenarios[0], replication: replication),
        try Self.measures(model, scenarios[1], replication: replication),
        try Self.measures(model, scenarios[2], replication: replication)
      )
      #expect(alone.twice > 0)
      #expect(registry.twice == 0 && joint.twice == 0)
      #expect(joint.unmet < alone.unmet && registry.unmet < alone.unmet)
      // The same budget, of which the price of a package may be left.
      let budget = 2 * 1000 * modelMoney(6_000_000)
      #expect([alone, registry, joint].allSatisfy { $0.spent <= budget && $0.spent > 0.97 * budget })
    }
  }

  @Test("where partners plan alone, places go in proportion to reach times households")
  func quotas() throws {
    var scenario = Scenario.small()
    scenario.coordination = Coordination.none
    scenario.programmes = [try .small(capacity: 500, .cash)]
    let trial = Trial(try scenario.model())
    trial.advance()
    let geography = trial.population.geography
    let served = Set(trial.served())
    #expect(served.count == 500)
    var shares: [Double] = []
    var weights: [Double] = []
    for council in 0..<geography.unionCouncilCount {
      let members = geography.settlements(ofUnionCouncil: council).flatMap {
        Array(geography.members(ofSettlement: $0))
      }
      let chosen = members.filter { served.contains($0) }
      let entity = UInt32(council)
      let common = trial.stream.draw(entity: entity, quarter: 0, purpose: .accessibility).normal0
      let own = trial.stream.draw(entity: entity, quarter: 0, purpose: .init(label: "Partner of Help/reach")).normal0
      weights.append(Double(members.count) * exponential(0.8 * (common + own) / 2.0.squareRoot()))
      shares.append(Double(chosen.count))
    }
    // Divisors: no union council could give up a place that another needs more. Keys are rounded to 2^-24 of themselves.
    let lastPlaces = zip(shares, weights).map { $0 / $1 }
    let nextPlaces = zip(shares, weights).map { ($0 + 1) / $1 }
    #expect(try #require(lastPlaces.max()) <= (try #require(nextPlaces.min())) * (1 + 0x1p-23))
    #expect((shares.max() ?? 0) > 2 * (shares.min() ?? 0))
  }

  @Test("planning together, places go to unmet need")
  func need() throws {
    var scenario = Scenario.small()
    scenario.coordination = .joint
    scenario.programmes = [try .small(capacity: 400, .cash)]
    let model = try scenario.model()
    let settled = model.settled(replication: 0)
    // All are poor in the first union council, nobody in the others.
    let geography = settled.geography
    for household in 0..<settled.households {
      let isFirst = geography.unionCouncilOfSettlement[geography.settlement(ofHousehold: household)] == 0
      settled.score[household] = isFirst ? 10 : 60
    }
    let trial = Trial(model, settled: settled)
    trial.advance()
    #expect(trial.served().count == 400)
    #expect(
      trial.served().allSatisfy {
        geography.unionCouncilOfSettlement[geography.settlement(ofHousehold: $0)] == 0
      })
  }

  @Test("a shared register leaves out the kinds that another partner gives, and keeps the rest of the package")
  func registry() throws {
    let coach = Intervention.make("coach", .coaching(quarters: 1))
    let first = try Programme.small(named: "First", target: Targeting(lotteryShare: 0.5), .cash)
    let second = try Programme.small(named: "Second", .make("more", .cashTransfer(amount: 100, quarters: 2)), coach)
    var third = try Programme.small(named: "Third", from: "2019-Q2", until: "2019-Q2", .cash)
    third.partner = first.partner
    for coordination in [Coordination.none, .registry] {
      var scenario = Scenario.small().with(first, second, third)
      scenario.coordination = coordination
      let trial = Trial(try scenario.model())
      trial.advance(2)
      let lucky = Set(trial.served(0))
      let isShared = coordination == .registry
      for household in 0..<trial.population.households {
        #expect(trial.desks[1].taken[household] == (isShared && lucky.contains(household) ? 0b10 : 0b11))
        // The partner's own enrolments do not count, the other's do, and nothing is left of the package.
        let isLeft = !isShared || lucky.contains(household)
        #expect((trial.desks[2].offered[household] > 0) == isLeft)
        #expect(trial.desks[2].offered[household] != 0)
      }
    }
  }

  @Test("programmes that name no area work in their partner's")
  func partnerArea() throws {
    var scenario = Scenario.small().with(
      try .small(.cash), try .small(named: "Own", area: Area(district: "Kasur"), .cash),
      try .small(named: "Free", .cash))
    scenario.partners = [
      Partner(name: "Partner of Help", area: Area(district: "Okara")),
      Partner(name: "Partner of Own", area: Area(district: "Okara")),
    ]
    let trial = Trial(try scenario.model())
    trial.advance()
    #expect(trial.served(0) == trial.population.households(of: "Okara"))
    #expect(trial.served(1) == trial.population.households(of: "Kasur"))
    #expect(trial.served(2).count == trial.population.households)
  }

  @Test("threads and blocks change nothing that is coordinated")
  func threads() throws {
    var scenario = try Self.scenario(.joint)
    for index in scenario.programmes.indices {
      scenario.programmes[index].targeting.communityShare = 0.4
      scenario.programmes[index].targeting.selfSelection = index == 1
    }
    scenario.parameters.registerAsUsual()
    var prints: [(RunResult, [UInt64])] = []
    for (threads, blockSize) in [(1, 100_000), (7, 64)] {
      let model = try scenario.model(threads: threads, blockSize: blockSize)
      let result = model.run(scenario, from: model.settled(replication: 0), replication: 0, observeEvery: 4)
      let bits = result.observations.flatMap { ($0.values + $0.programmeValues).map(\.bitPattern) }
      prints.append((result, bits))
    }
    #expect(prints[0].0.stocktake == prints[1].0.stocktake)
    #expect(prints[0].0.costs == prints[1].0.costs && !prints[0].0.costs.isEmpty)
    #expect(prints[0].1 == prints[1].1)
  }
}
