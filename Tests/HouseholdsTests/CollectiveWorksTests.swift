import Simulation
import Testing

@testable import Households

@Suite struct CollectiveWorksTests {
  private static let works = CommunityIntervention.Kind.collectiveWorks(cost: 300_000, localShare: 0.2)
  private static let local = modelMoney(0.2 * 300_000)

  private static func noWear(_ parameters: inout Parameters) {
    parameters.programmes.worksWear = 0
    parameters.programmes.worksUpkeepWear = 0
    parameters.programmes.selfHelpCost = 100_000
  }

  private static func settled(_ model: Model, organised: Range<Int>, savings: Double? = 1) -> Population {
    let settled = model.settled(replication: 0)
    settled.organise(organised, savings: savings)
    return settled
  }

  /// Savings that each household of a settlement has lost.
  private static func paid(_ trial: PlaceTrial, _ before: Population, _ settlement: Int) -> [Double] {
    before.geography.members(ofSettlement: settlement).map { before.savings[$0] - trial.population.savings[$0] }
  }

  @Test("members bring exactly the local share in proportion to their savings, the programme the rest")
  func localShare() throws {
    let model = try Scenario.small().model()
    let settled = Self.settled(model, organised: 0..<2, savings: nil)
    for settlement in 0..<2 {
      for household in settled.geography.members(ofSettlement: settlement) {
        let savings = Double(household % 7) * 0.7303218841552734
        settled.add(savings - settled.savings[household], to: .savingsGranted, settlement: settlement)
        settled.savings[household] = savings
      }
    }
    // One household is no member and keeps what it has.
    settled.standing[5].remove(.member)
    let trial = PlaceTrial(model, [try .places(Self.works)], settled: settled, Self.noWear)
    let pooledBefore = trial.population.total(.pooled)
    trial.advance()
    #expect(trial.population.communities.works.elements.map(Int.init) == settled.settlements.map { $0 < 2 ? 1 : 0 })
    #expect(trial.population.savings[5] == settled.savings[5] && settled.savings[5] > 0)
    for settlement in 0..<2 {
      let paid = Self.paid(trial, settled, settlement)
      #expect(paid.reduce(0, +) == Self.local)
      let members = settled.geography.members(ofSettlement: settlement).filter { $0 != 5 }
      let savings = members.reduce(0) { $0 + settled.savings[$1] }
      for household in members {
        let due = Self.local * settled.savings[household] / savings
        let paid = settled.savings[household] - trial.population.savings[household]
        #expect((paid - due).magnitude <= 0x1p-20)
        #expect(trial.population.savings[household] >= 0)
      }
    }
    #expect(trial.population.total(.pooled) - pooledBefore == 2 * Self.local)
    #expect(trial.population.ledgerBreaches().isEmpty)
    #expect(trial.costs("task 1").map(\.units) == [2])
    #expect(trial.costs("task 1").map(\.households) == [Double(settled.geography.settlementStarts[2])])
    #expect(trial.costs("task 1").map(\.pkr) == [1000 * 2 * (modelMoney(300_000) - Self.local)])
  }

  @Test("members can give their last unit, and where one is missing nothing is built")
  func lastUnit() throws {
    let model = try Scenario.small().model()
    for missing in [0, 0x1p-20] {
      let settled = Self.settled(model, organised: 0..<1, savings: 0)
      let members = settled.geography.members(ofSettlement: 0)
      let part = modelMoney(12_345)
      for (household, savings) in zip(
        [members.lowerBound, members.upperBound - 1], [part, Self.local - part - missing])
      {
        settled.savings[household] = savings
        settled.add(savings, to: .savingsGranted, settlement: 0)
      }
      let trial = PlaceTrial(model, [try .places(Self.works)], settled: settled, Self.noWear)
      trial.advance()
      #expect(trial.population.communities.works[0] == (missing == 0 ? 1 : 0))
      #expect(trial.costs("task 1").isEmpty == (missing > 0))
      if missing == 0 { #expect(members.allSatisfy { trial.population.savings[$0] == 0 }) }
      #expect(trial.population.ledgerBreaches().isEmpty)
    }
  }

  @Test("nothing is built without an organisation", arguments: [OrganisationStage.none, .forming, .dormant])
  func organisation(stage: OrganisationStage) throws {
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    settled.organise(settled.settlements, stage: stage, village: false, savings: 5)
    settled.organise(0..<1, stage: .active, village: false, savings: 5)
    let trial = PlaceTrial(model, [try .places(Self.works)], settled: settled, Self.noWear)
    trial.advance(2)
    #expect(trial.population.communities.works.elements.map(Int.init) == settled.settlements.map { $0 == 0 ? 1 : 0 })
    #expect(trial.population.total(.pooled) - settled.total(.pooled) == Self.local)
  }

  @Test("a settlement builds one work a year and no more than it has use for")
  func limit() throws {
    let model = try Scenario.small(years: 6).model()
    let settled = Self.settled(model, organised: 0..<3, savings: 10)
    let programmes = [
      try Programme.places(named: "One", until: "2024-Q4", Self.works),
      try Programme.places(named: "Two", until: "2024-Q4", Self.works),
    ]
    let trial = PlaceTrial(model, programmes, settled: settled) { parameters in
      Self.noWear(&parameters)
      parameters.programmes.worksLimit = 3
    }
    for quarter in 1...24 {
      trial.advance()
      let expected = min(3, (quarter + 3) / 4)
      #expect((0..<3).allSatisfy { Int(trial.population.communities.works[$0]) == expected }, "quarter \(quarter)")
    }
    #expect(trial.costs("task 1").map(\.quarter) == [1, 5, 9])
    #expect(trial.costs("task 1", programme: 1).isEmpty)
  }

  @Test("where money is short the poorest settlements come first")
  func poorestFirst() throws {
    let model = try Scenario.small().model()
    let settled = Self.settled(model, organised: model.settled(replication: 0).settlements)
    let programme = try Programme.places(until: "2019-Q1", quarterly: 2.5 * 240_000, Self.works)
    let trial = PlaceTrial(model, [programme], settled: settled, Self.noWear)
    trial.advance()
    let welfare = settled.settlements.map { settlement in
      let members = settled.geography.members(ofSettlement: settlement)
      return members.reduce(0) { $0 + Double(settled.welfare[$1]) } / Double(members.count)
    }
    let built = settled.settlements.filter { trial.population.communities.works[$0] > 0 }
    #expect(built.count == 2)
    let poorest = settled.settlements.sorted { welfare[$0] < welfare[$1] }
    #expect(Set(built) == Set(poorest.prefix(2)))
  }

  @Test("a settlement that stands for others pays once, and the programme for all of them")
  func weights() throws {
    let model = try Scenario.small(households: 1000).model()
    let settled = Self.settled(model, organised: 0..<1, savings: 2)
    let trial = PlaceTrial(model, [try .places(Self.works)], settled: settled, Self.noWear)
    trial.advance()
    #expect(Self.paid(trial, settled, 0).reduce(0, +) == Self.local)
    #expect(trial.costs("task 1").map(\.units) == [5])
    #expect(trial.costs("task 1").map(\.pkr) == [1000 * 5 * (modelMoney(300_000) - Self.local)])
  }

  @Test("communities help themselves once a year where their savings are enough")
  func selfHelp() throws {
    let model = try Scenario.small(years: 3).model()
    let settled = Self.settled(model, organised: 0..<3, savings: 0)
    settled.communities.hasVillageOrganisation[1] = false
    let change: (inout Parameters) -> Void = { parameters in
      Self.noWear(&parameters)
      parameters.programmes.selfHelpCost = 50
      parameters.programmes.selfHelpPoolShare = 0.25
    }
    // The first has just enough for one work, the second no village organisation, the third one unit too little.
    for (settlement, savings) in [(0, 200.0), (1, 1000), (2, 200 - 0x1p-20)] {
      settled.savings[settled.geography.settlementStarts[settlement]] = savings
      settled.add(savings, to: .savingsGranted, settlement: settlement)
    }
    let past = try Programme.places(until: "2019-Q1", .marketRateAnalysis(gain: 0.1, cost: 0))
    let trial = PlaceTrial(model, [past], settled: settled, change)
    trial.advance(3)
    #expect(trial.population.communities.works.elements.allSatisfy { $0 == 0 })
    trial.advance()
    #expect(trial.population.communities.works.elements.map(Int.init) == settled.settlements.map { $0 == 0 ? 1 : 0 })
    #expect(trial.population.savings[0] == 150)
    trial.advance(4)
    #expect(trial.population.communities.works[0] == 1)
    #expect(trial.population.total(.pooled) - settled.total(.pooled) == 50)
    #expect(trial.population.ledgerBreaches().isEmpty)
  }

  @Test("works wear out with their probability, and upkeep never makes it worse")
  func wear() throws {
    let model = try Scenario.small(years: 3).model()
    let settled = model.settled(replication: 0)
    settled.communities.works.elements.update(repeating: 250)
    let kept = settled.copy()
    kept.communities.hasVillageOrganisation.elements.update(repeating: true)
    let past = try Programme.places(until: "2019-Q1", .marketRateAnalysis(gain: 0.1, cost: 0))
    let change: (inout Parameters) -> Void = { $0.programmes.worksLimit = 0 }
    let alone = PlaceTrial(model, [past], settled: settled, change)
    let upkeep = PlaceTrial(model, [past], settled: kept, change)
    let works = 250 * Double(settled.settlements.count)
    for quarter in 1...12 {
      alone.advance()
      upkeep.advance()
      let (left, right) = (alone.population.communities.works, upkeep.population.communities.works)
      #expect(settled.settlements.allSatisfy { left[$0] <= right[$0] })
      for (left, wear) in [(left, 0.03), (right, 0.01)] {
        var survival = 1.0
        for _ in 1...quarter { survival *= 1 - wear }
        let share = Double(left.elements.reduce(0) { $0 + Int($1) }) / works
        #expect((share - survival).magnitude < 5 * (survival * (1 - survival) / works).squareRoot())
      }
    }
  }
}
