import Simulation
import Testing

@testable import Households

/// The patron's price against the market's, and what information and buying together take off it.
@Suite struct PriceTests {
  private static func isClose(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
    (value - expected).magnitude <= tolerance
  }

  /// Settlements with different mark-ups, half of whose neighbourhoods are organised.
  private static func population(
    _ model: Model, information: Double = 0, discount: Double = 0
  ) -> Population {
    let population = model.settled(replication: 0)
    population.organise { $0 % 2 == 0 }
    for settlement in 0..<population.geography.settlementCount {
      population.markUp[settlement] = 0.05 + 0.02 * Double(settlement % 7)
      population.communities.rateInformation[settlement] = information
      population.communities.purchaseDiscount[settlement] = discount
    }
    return population
  }

  @Test("prices at points worked out by hand")
  func points() {
    var parameters = TradeParameters()
    #expect(Self.isClose(parameters.price(economic: 0, markUp: 0.2), 1.2))
    #expect(Self.isClose(parameters.price(economic: 0, markUp: 0.2, information: 0.5, discount: 0.4), 1.06))
    #expect(Self.isClose(parameters.price(economic: 1, markUp: 0.2, information: 0.25), 1.12))
    #expect(Self.isClose(parameters.price(economic: 2, markUp: 0.2, discount: 0.5), 1.035))
    #expect(Self.isClose(parameters.price(economic: 3, markUp: 0.2, information: 0.5, discount: 0.5), 1.005))
    for economic in 0..<4 {
      #expect(parameters.price(economic: economic, markUp: 0.3, information: 1) == 1)
      #expect(parameters.price(economic: economic, markUp: 0.3, discount: 1) == 1)
    }
    parameters.informationEffect = 0.5
    parameters.purchaseEffect = 0.25
    #expect(Self.isClose(parameters.price(economic: 0, markUp: 0.2, information: 0.5, discount: 0.4), 1.135))
    (parameters.informationEffect, parameters.purchaseEffect) = (0, 0)
    #expect(parameters.price(economic: 0, markUp: 0.2, information: 0.5, discount: 0.4) == 1.2)
  }

  @Test("information lowers the price for everybody, buying together for members")
  func paid() throws {
    let model = try Scenario.small().model()
    let population = Self.population(model, information: 0.3, discount: 0.5)
    let levels = population.householdStates.map(\.economic)
    let trial = Trial(model, settled: population)
    let markUps = population.settlementStates.map(\.markUp)
    trial.advance()
    var paid = [0, 0]
    for settlement in markUps.indices {
      for household in population.geography.members(ofSettlement: settlement) {
        let state = HouseholdState(trial.population, household)
        guard state.welfare > 0 else { continue }
        let isMember = population.standing[household].contains(.member)
        let price = state.consumption / (state.need * Double(state.welfare))
        let credit = [1, 0.8, 0.35, 0.1][levels[household]]
        let expected = 1 + credit * markUps[settlement] * 0.7 * (isMember ? 0.5 : 1)
        #expect(Self.isClose(price, expected, 1e-6), "\(household)")
        paid[isMember ? 1 : 0] += 1
      }
    }
    #expect(paid[0] > 1000 && paid[1] > 1000)
  }

  @Test("the measure is the mean of the prices that households face")
  func measure() throws {
    let model = try Scenario.small().model()
    func measured(_ population: Population) throws -> Double {
      let result = model.run(model.baseline, from: population, replication: 0, observeEvery: 8)
      return try Report(model, result.observations[0]).value("price")
    }
    func expected(_ population: Population, information: Double, discount: Double) -> Double {
      let prices = (0..<population.geography.settlementCount).flatMap { settlement in
        population.geography.members(ofSettlement: settlement).map { household in
          let credit = [1, 0.8, 0.35, 0.1][population.state[household].economic]
          let isMember = population.standing[household].contains(.member)
          return 1 + credit * population.markUp[settlement] * (1 - information) * (isMember ? 1 - discount : 1)
        }
      }
      return prices.reduce(0, +) / Double(prices.count)
    }
    var values: [Double] = []
    for (information, discount) in [(0.0, 0.0), (0.4, 0.0), (0.0, 0.5), (0.4, 0.5), (1.0, 0.0)] {
      let population = Self.population(model, information: information, discount: discount)
      let value = try measured(population)
      #expect(Self.isClose(value, expected(population, information: information, discount: discount), 0x1p-20))
      values.append(value)
    }
    #expect(values[1] < values[0] && values[2] < values[0])
    #expect(values[3] < min(values[1], values[2]))
    #expect(values[4] == 1)
  }

  @Test("where the premium falls, consumption at market prices rises and nobody's falls at first")
  func welfare() throws {
    let model = try Scenario.small().model()
    let trials = [(0.0, 0.0), (0.0, 0.6), (0.6, 0.6)].map { information, discount in
      Trial(model, settled: Self.population(model, information: information, discount: discount))
    }
    for trial in trials { trial.advance() }
    let welfare = trials.map { $0.population.householdStates.map(\.welfare) }
    // Who lives on the floor consumes it at every price, rounded to the money grid.
    for household in welfare[0].indices {
      #expect(welfare[1][household] >= welfare[0][household] - 0x1p-20)
      #expect(welfare[2][household] >= welfare[1][household] - 0x1p-20)
    }
    let members = Set(trials[0].population.organised)
    #expect(welfare[0].indices.allSatisfy { members.contains($0) || welfare[1][$0] == welfare[0][$0] })
    #expect(members.contains { welfare[1][$0] > welfare[0][$0] })
  }
}
