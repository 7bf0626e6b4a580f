import Simulation
import Testing

@testable import Households

@Suite struct CentreTests {
  private static let production = CommunityIntervention.Kind.productionCentre(
    places: 25, wage: 9000, marketGain: 0.05, setupCost: 400_000, runningCost: 60_000)

  /// Households of a union council that work in a centre.
  private static func workers(_ population: Population, _ council: Int) -> [Int] {
    households(population, council).filter { population.standing[$0].contains(.centreWorker) }
  }

  private static func households(_ population: Population, _ council: Int) -> [Int] {
    population.geography.settlements(ofUnionCouncil: council).flatMap {
      Array(population.geography.members(ofSettlement: $0))
    }
  }

  @Test("a display centre opens the market by its gain while it is paid for, and not after")
  func display() throws {
    let model = try Scenario.small().model()
    let trial = PlaceTrial(
      model,
      [
        try .places(
          area: Area(district: "Kasur"), total: 100_000 + 3 * 20_000 + 5,
          .displayCentre(marketGain: 0.08, setupCost: 100_000, runningCost: 20_000)),
        try .places(
          named: "Later", area: Area(tehsil: "Kasur"), from: "2019-Q2", until: "2019-Q2",
          .displayCentre(marketGain: 0.03, setupCost: 1, runningCost: 1)),
      ])
    for gain in [0.08, 0.08 + 0.03, 0.08, 0, 0] {
      trial.advance()
      // Kasur has three rural and two urban union councils, Okara two.
      #expect(Array(trial.population.communities.centreGain.elements) == [gain, gain, gain, gain, gain, 0, 0])
    }
    let running = modelMoney(20_000)
    #expect(trial.costs("task 1").map(\.quarter) == [1, 2, 3])
    #expect(trial.costs("task 1").map(\.units) == [1, 1, 1])
    #expect(
      trial.costs("task 1").map(\.pkr)
        == [1000 * (modelMoney(100_000) + running), 1000 * running, 1000 * running])
  }

  @Test("a skill centre in each union council is set up once and run every quarter")
  func skill() throws {
    let model = try Scenario.small().model()
    let programme = try Programme.places(
      area: Area(district: "Okara"), until: "2019-Q3",
      .skillCentre(places: 40, setupCost: 500_000, runningCost: 90_000))
    let trial = PlaceTrial(model, [programme])
    let centres = try #require(trial.partners.places[0].tasks.first as? SkillCentres)
    for quarter in 1...4 {
      trial.advance()
      let places = (0..<7).map { centres.places(inUnionCouncil: $0) }
      #expect(places == [0, 0, 0, 0, 0] + (quarter <= 3 ? [40, 40] : [0, 0]))
    }
    let running = modelMoney(90_000)
    #expect(trial.costs("task 1").map(\.units) == [2, 2, 2])
    #expect(
      trial.costs("task 1").map(\.pkr)
        == [1000 * 2 * (modelMoney(500_000) + running), 1000 * 2 * running, 1000 * 2 * running])
  }

  @Test("centres open one after the other as the quarter's money allows")
  func order() throws {
    let model = try Scenario.small().model()
    let programme = try Programme.places(
      quarterly: 505_000, .skillCentre(places: 40, setupCost: 150_000, runningCost: 70_000))
    let trial = PlaceTrial(model, [programme])
    trial.advance(5)
    #expect(trial.costs("task 1").map(\.units) == [2, 3, 4, 5, 5])
    let (setup, running) = (modelMoney(150_000), modelMoney(70_000))
    #expect(
      trial.costs("task 1").map(\.pkr)
        == [2, 1, 1, 1, 0].enumerated().map { 1000 * ($1 * setup + [2, 3, 4, 5, 5][$0] * running) })
  }

  @Test("a centre for which there is no money this quarter is closed, dismisses its workers and is set up only once")
  func closure() throws {
    let model = try Scenario.small().model()
    // In the third quarter buying together takes the money of the quarter.
    let programme = try Programme.places(
      area: Area(unionCouncils: ["Kasur UC 1"]), quarterly: 100_000, .collectivePurchase(discount: 0.1, cost: 95_000),
      .productionCentre(places: 10, wage: 5000, marketGain: 0.1, setupCost: 60_000, runningCost: 20_000))
    let trial = PlaceTrial(model, [programme])
    var gains: [Double] = []
    var employed: [Int] = []
    for quarter in 1...4 {
      trial.population.organise(0..<1, stage: quarter == 3 ? .active : .none)
      trial.advance()
      gains.append(trial.population.communities.centreGain[0])
      employed.append(Self.workers(trial.population, 0).count)
    }
    #expect(gains == [0.1, 0.1, 0, 0.1])
    #expect(employed == [10, 10, 0, 10])
    #expect(trial.costs("task 1").map(\.quarter) == [3])
    #expect(trial.costs("task 2").map(\.quarter) == [1, 2, 4])
    let running = modelMoney(20_000)
    #expect(
      trial.costs("task 2").map(\.pkr) == [1000 * (modelMoney(60_000) + running), 1000 * running, 1000 * running])
  }

  @Test("a sampled union council stands for as many as there really are")
  func sampledUnionCouncils() throws {
    var place = Place.kasurVillages
    (place.households, place.unionCouncils) = (39_000, nil)
    let model = try Scenario.small(places: [place, .kasurTown], households: 2000).model()
    let geography = model.settled(replication: 0).geography
    let simulated = geography.placeOfUnionCouncil.filter { $0 == 0 }.count
    #expect(simulated == 4)
    #expect(geography.unionCouncilWeights(sizes: InitialParameters().unionCouncilSize) == [2.5, 2.5, 2.5, 2.5, 1, 1])
    let trial = PlaceTrial(
      model, [try .places(until: "2019-Q1", .skillCentre(places: 40, setupCost: 1000, runningCost: 500))])
    trial.advance()
    let weighted = (2.5 * (modelMoney(1000) + modelMoney(500)) * 1_048_576).rounded(.toNearestOrEven) / 1_048_576
    #expect(trial.costs("task 1").map(\.units) == [4 * 2.5 + 2])
    #expect(trial.costs("task 1").map(\.pkr) == [1000 * (4 * weighted + 2 * (modelMoney(1000) + modelMoney(500)))])
  }

  @Test("a production centre employs its places of skilled households, poorest first, and pays exactly wages")
  func production() throws {
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    let trial = PlaceTrial(model, [try .places(until: "2019-Q1", Self.production)], settled: settled)
    trial.advance()
    let population = trial.population
    let wage = modelMoney(9000)
    var employed = 0
    for council in 0..<7 {
      let skilled = Self.households(settled, council).filter { settled.skill[$0] >= 2 }
      let poorest = skilled.sorted {
        let (left, right) = (settled.uncutScore(of: $0, wealthPoints: 6), settled.uncutScore(of: $1, wealthPoints: 6))
        return left != right ? left < right : $0 < $1
      }
      let workers = Self.workers(population, council)
      #expect(workers == poorest.prefix(25).sorted())
      #expect(population.communities.centreGain[council] == 0.05)
      employed += workers.count
      for household in Self.households(population, council) {
        let due = workers.contains(household) ? wage : 0
        #expect(population.promisedTransfer[household] - settled.promisedTransfer[household] == due)
      }
    }
    #expect(employed > 100)
    #expect(population.total(.promised) - settled.total(.promised) == Double(employed) * wage)
    #expect(population.ledgerBreaches().isEmpty)
    // Wages are paid from sales.
    #expect(trial.costs("task 1").map(\.units) == [7])
    #expect(trial.costs("task 1").map(\.households) == [Double(employed)])
    #expect(trial.costs("task 1").map(\.pkr) == [1000 * 7 * (modelMoney(400_000) + modelMoney(60_000))])
    trial.advance()
    #expect((0..<population.households).allSatisfy { !population.standing[$0].contains(.centreWorker) })
    #expect(population.communities.centreGain.elements.allSatisfy { $0 == 0 })
    #expect(population.total(.promised) - settled.total(.promised) == Double(employed) * wage)
  }

  @Test("who has a job keeps it, and only vacancies are filled")
  func tenure() throws {
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    let trial = PlaceTrial(
      model,
      [
        try .places(Self.production),
        try .places(named: "Other", area: Area(unionCouncils: ["Kasur UC 1"]), from: "2019-Q2", Self.production),
      ], settled: settled)
    trial.advance()
    let first = Self.workers(trial.population, 0)
    #expect(first.count == 25)
    for household in Self.households(settled, 0) {
      trial.population.skill[household] = 3
      trial.population.scoreBase[household] = -50
    }
    trial.advance()
    let second = Self.workers(trial.population, 0)
    #expect(second.count == 50 && Set(first).isSubset(of: second))
    // Two centres, and nobody works in both.
    let wage = modelMoney(9000)
    for household in first {
      #expect(trial.population.promisedTransfer[household] - settled.promisedTransfer[household] == 2 * wage)
    }
    for household in second where !first.contains(household) {
      #expect(trial.population.promisedTransfer[household] - settled.promisedTransfer[household] == wage)
    }
    #expect(trial.population.communities.centreGain[0] == 0.05 + 0.05)
  }

  @Test("a production centre never employs more real households than it has places", arguments: [5000, 1700, 300])
  func places(households: Int) throws {
    let model = try Scenario.small(households: households).model()
    let trial = Trial(model, model.baseline.with(try .places(Self.production)))
    let geography = trial.population.geography
    for _ in 1...6 {
      for household in 0..<households where household % 3 == trial.quarter % 3 {
        trial.population.skill[household] = UInt8(household % 4)
      }
      trial.advance()
      for council in 0..<geography.unionCouncilCount {
        let workers = Self.workers(trial.population, council)
        let weight = geography.weights[geography.placeOfUnionCouncil[council]]
        #expect(Double(workers.count) * weight <= 25)
        #expect(!workers.isEmpty)
      }
    }
  }

  @Test("wages never lower what their earners consume")
  func wages() throws {
    let model = try Scenario.small().model()
    let without = Trial(model)
    let with = Trial(model, model.baseline.with(try .places(Self.production)))
    for trial in [without, with] { trial.advance(1) }
    let workers = (0..<7).flatMap { Self.workers(with.population, $0) }
    for trial in [without, with] { trial.advance(1) }
    #expect(workers.count > 100)
    for household in workers {
      #expect(with.population.consumption[household] >= without.population.consumption[household])
    }
    let gain = workers.reduce(0) { $0 + with.population.consumption[$1] - without.population.consumption[$1] }
    #expect(gain > 0)
  }
}
