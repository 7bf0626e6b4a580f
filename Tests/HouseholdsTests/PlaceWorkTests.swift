import Simulation
import Testing

@testable import Households

/// All that programmes do for places at the same time.
@Suite struct PlaceWorkTests {
  static func everything(total: Double? = nil, quarterly: Double? = nil) throws -> [Programme] {
    var places = try Programme.places(
      named: "Places", total: total, quarterly: quarterly,
      .povertySurvey(cost: 250, errorPoints: 5, capacityPerQuarter: 900),
      .marketRateAnalysis(gain: 0.2, cost: 3000), .collectivePurchase(discount: 0.5, cost: 5000),
      .collectiveWorks(cost: 250_000, localShare: 0.15),
      .skillCentre(places: 30, setupCost: 200_000, runningCost: 40_000),
      .productionCentre(places: 20, wage: 8000, marketGain: 0.05, setupCost: 300_000, runningCost: 50_000),
      .displayCentre(marketGain: 0.04, setupCost: 100_000, runningCost: 20_000))
    places.package = [
      .make("idle", .idleResourceActivation, cost: 400, takeUp: 0.7),
      .make("skills", .skillTraining(level: 2), cost: 6000, completion: 0.8),
      .make("business", .entrepreneurshipTraining, cost: 5000, delay: 1, completion: 0.7),
    ]
    places.capacityPerQuarter = 300
    let more = try Programme.places(
      named: "More", area: Area(district: "Kasur"), from: "2019-Q3", .collectiveWorks(cost: 100_000, localShare: 0.4),
      .collectivePurchase(discount: 0.2, cost: 1000),
      .productionCentre(places: 5, wage: 5000, marketGain: 0.02, setupCost: 1000, runningCost: 1000))
    return [places, more]
  }

  private static func organised(_ model: Model) -> Population {
    let settled = model.settled(replication: 0)
    settled.organise(0..<settled.geography.settlementCount * 2 / 3, savings: 1.5)
    settled.organise(0..<1, village: false)
    return settled
  }

  private static func scenario(households: Int? = nil) -> Scenario {
    .small(households: households) { $0.programmes.selfHelpCost = 20 }
  }

  @Test("ledgers hold every quarter, and the budget is what is spent and what is left", arguments: [5000, 1700])
  func budget(households: Int) throws {
    let model = try Self.scenario(households: households).model()
    let (total, quarterly) = (15_000_000.0, 3_500_000.0)
    var scenario = model.baseline
    scenario.programmes = try Self.everything(total: total, quarterly: quarterly)
    let trial = Trial(model, scenario, settled: Self.organised(model))
    let account = trial.desks[0].account
    for quarter in 1...8 {
      trial.advance()
      #expect(trial.population.ledgerBreaches().isEmpty, "quarter \(quarter)")
      #expect(account.spentTotal + account.balance == modelMoney(total))
      #expect(account.balance >= 0)
      let costs = account.costs.map(\.pkr).reduce(0, +)
      #expect((costs - 1000 * account.spentTotal).magnitude < 1e-6)
      let now = account.costs.filter { $0.quarter == quarter }.map(\.pkr).reduce(0, +)
      #expect(now <= 1000 * modelMoney(quarterly))
    }
    // The run is worth nothing unless everything happened.
    for programme in scenario.programmes.indices {
      for intervention in scenario.programmes[programme].community {
        #expect(!trial.costs(intervention.name, desk: programme).isEmpty, "\(intervention.name)")
      }
    }
    #expect(trial.population.total(.activated) > 0 && trial.population.total(.pooled) > 0)
    #expect((0..<households).contains { trial.population.standing[$0].contains(.entrepreneur) })
    #expect(trial.population.communities.works.elements.contains { $0 > 0 })
  }

  @Test("programmes for places without money change nothing")
  func noMoney() throws {
    let model = try Self.scenario().model()
    let without = Trial(model)
    var programmes = try Self.everything()
    for index in programmes.indices { programmes[index].totalBudget = 0 }
    var scenario = model.baseline
    scenario.programmes = programmes
    let with = Trial(model, scenario)
    for trial in [with, without] { trial.advance(6) }
    #expect(with.population.householdStates == without.population.householdStates)
    #expect(with.population.settlementStates == without.population.settlementStates)
    #expect(with.desks.allSatisfy { $0.account.costs.isEmpty })
    #expect(with.partners.setting.surveys["Places"]?.elements.allSatisfy(\.isNaN) == true)
  }

  @Test("threads and block sizes change nothing")
  func threads() throws {
    func outcome(_ threads: Int, _ blockSize: Int) throws -> Outcome {
      let model = try Self.scenario(households: 2000).model(threads: threads, blockSize: blockSize)
      var scenario = model.baseline
      scenario.programmes = try Self.everything(quarterly: 4_000_000)
      let trial = Trial(model, scenario, settled: Self.organised(model))
      trial.advance(6)
      return Outcome(trial)
    }
    let expected = try outcome(1, 1_000_000)
    #expect(expected.costs.count > 40)
    for (threads, blockSize) in [(2, 64), (7, 1024), (3, 5000)] {
      #expect(try outcome(threads, blockSize) == expected, "\(threads) threads, blocks of \(blockSize)")
    }
  }

  private struct Outcome: Equatable {
    let households: [HouseholdState]
    let settlements: [SettlementState]
    let idle: [Float]
    let standing: [UInt8]
    let points: [UInt32]
    let places: [[Double]]
    let works: [UInt8]
    let costs: [CostEntry]

    init(_ trial: Trial) {
      let (population, communities) = (trial.population, trial.population.communities)
      households = population.householdStates
      settlements = population.settlementStates
      idle = Array(population.idleResource.elements)
      standing = population.standing.elements.map(\.rawValue)
      points = trial.partners.setting.surveys["Places"]?.elements.map(\.bitPattern) ?? []
      places = [communities.rateInformation, communities.purchaseDiscount, communities.centreGain].map {
        Array($0.elements)
      }
      works = Array(communities.works.elements)
      costs = trial.partners.accounts.flatMap(\.costs)
    }
  }
}
