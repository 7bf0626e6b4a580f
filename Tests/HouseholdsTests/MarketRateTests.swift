import Simulation
import Testing

@testable import Households

@Suite struct MarketRateTests {
  @Test("what is known of market rates follows gain and decay, and fades when nobody analyses them any more")
  func stock() throws {
    let model = try Scenario.small().model()
    let programme = try Programme.places(until: "2019-Q4", .marketRateAnalysis(gain: 0.3, cost: 2000))
    let trial = PlaceTrial(model, [programme]) { $0.programmes.rateInformationDecay = 0.1 }
    var expected = 0.0
    for quarter in 1...8 {
      trial.advance()
      expected *= 1 - 0.1
      if quarter <= 4 { expected += 0.3 * (1 - expected) }
      #expect(trial.population.communities.rateInformation.elements.allSatisfy { $0 == expected })
    }
    // Where gain and loss balance: i = g / (1 - (1 - g)(1 - d)), approached by (1 - g)(1 - d) a quarter.
    let rest = 0.3 / (1 - 0.7 * 0.9)
    let atEnd = rest * (1 - 0.63 * 0.63 * 0.63 * 0.63) * 0.9 * 0.9 * 0.9 * 0.9
    #expect((expected - atEnd).magnitude < 1e-12)
  }

  @Test("two programmes add up, and what is known fades once a quarter all the same")
  func twoProgrammes() throws {
    let model = try Scenario.small().model()
    let programmes = try [
      Programme.places(named: "One", until: "2019-Q1", .marketRateAnalysis(gain: 0.2, cost: 0)),
      Programme.places(named: "Two", until: "2019-Q1", .marketRateAnalysis(gain: 0.5, cost: 0)),
    ]
    let trial = PlaceTrial(model, programmes)
    trial.advance()
    let known = trial.population.communities.rateInformation
    #expect(known.elements.allSatisfy { ($0 - 0.6).magnitude < 1e-15 })
    trial.advance()
    #expect(known.elements.allSatisfy { ($0 - 0.6 * 0.95).magnitude < 1e-15 })
  }

  @Test("analysis costs so much for each settlement and reaches those for which there is money")
  func money() throws {
    let model = try Scenario.small().model()
    let trial = PlaceTrial(
      model,
      [
        try .places(area: Area(district: "Kasur"), .marketRateAnalysis(gain: 0.3, cost: 2000)),
        try .places(
          named: "Poor", area: Area(district: "Okara"), quarterly: 3999, .marketRateAnalysis(gain: 0.1, cost: 2000)),
      ])
    trial.advance()
    let geography = trial.population.geography
    let okara = trial.population.settlements.filter {
      geography.places[geography.place(ofSettlement: $0)].district == "Okara"
    }
    let kasur = trial.population.settlements.filter { !okara.contains($0) }
    #expect(okara.count > 1 && kasur.count > 1)
    #expect(trial.costs("task 1").map(\.units) == [Double(kasur.count)])
    #expect(trial.costs("task 1").map(\.households) == [3400])
    #expect(trial.costs("task 1").map(\.pkr) == [1000 * Double(kasur.count) * modelMoney(2000)])
    #expect(trial.costs("task 1", programme: 1).map(\.units) == [1])
    let known = trial.population.communities.rateInformation
    #expect(kasur.allSatisfy { known[$0] == 0.3 })
    #expect(okara.map { known[$0] } == [0.1] + okara.dropFirst().map { _ in 0 })
  }

  @Test("members buy together where an organisation is active, at the largest discount that is paid for")
  func purchase() throws {
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    settled.organise(0..<2, village: false)
    settled.organise(2..<3, stage: .dormant)
    settled.organise(3..<4, stage: .forming)
    let trial = PlaceTrial(
      model,
      [
        try .places(named: "One", until: "2019-Q2", .collectivePurchase(discount: 0.5, cost: 1000)),
        try .places(named: "Two", until: "2019-Q3", .collectivePurchase(discount: 0.3, cost: 700)),
      ], settled: settled)
    let members = settled.geography.settlementStarts[2]
    for discount in [0.5, 0.5, 0.3, 0] {
      trial.advance()
      for settlement in settled.settlements {
        #expect(trial.population.communities.purchaseDiscount[settlement] == (settlement < 2 ? discount : 0))
      }
    }
    #expect(trial.costs("task 1").map(\.quarter) == [1, 2])
    #expect(trial.costs("task 1").allSatisfy { $0.units == 2 && $0.households == Double(members) })
    #expect(trial.costs("task 1").allSatisfy { $0.pkr == 1000 * 2 * modelMoney(1000) })
    #expect(trial.costs("task 1", programme: 1).map(\.pkr) == Array(repeating: 1000 * 2 * modelMoney(700), count: 3))
  }

  @Test("a discount that cannot be paid for is gone")
  func purchaseMoney() throws {
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    settled.organise(settled.settlements)
    let programme = try Programme.places(total: 5100, .collectivePurchase(discount: 0.4, cost: 1000))
    let trial = PlaceTrial(model, [programme], settled: settled)
    trial.advance()
    #expect(trial.population.communities.purchaseDiscount.elements.filter { $0 == 0.4 }.count == 5)
    trial.advance()
    #expect(trial.population.communities.purchaseDiscount.elements.allSatisfy { $0 == 0 })
  }
}
