import Simulation
import Testing

@testable import Households

@Suite struct InformalRateTests {
  @Test("what patrons earn on debt, added up household by household")
  func rate() throws {
    let model = try Scenario.small(households: 1000).model()
    let settled = model.settled(replication: 0)
    let trade = model.baseline.parameters.trade
    var (cost, debt) = (0.0, 0.0)
    for settlement in 0..<settled.geography.settlementCount {
      let place = settled.geography.place(ofSettlement: settlement)
      for household in settled.geography.members(ofSettlement: settlement) {
        let level = settled.state[household].economic
        let premium = trade.creditShare[level] * settled.markUp[settlement]
        let interest = settled.traits[household].contains(.bearsInterest) ? trade.interestRate[level] : 0
        let weight = settled.geography.weights[place]
        cost +=
          weight * (settled.consumption[household] * premium / (1 + premium) + interest * settled.debt[household])
        debt += weight * settled.debt[household]
      }
    }
    let result = model.run(model.baseline, from: settled, replication: 0, observeEvery: 8)
    let rate = try Report(model, result.observations[0]).value("informal_rate")
    #expect((rate - 4 * cost / debt).magnitude < 1e-4 * rate)
    #expect(rate > 0)
  }
}
