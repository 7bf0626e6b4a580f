import Simulation
import Testing

@testable import Households

@Suite struct RehabilitationTests {
  private static func targeting() -> Targeting {
    var targeting = Targeting()
    targeting.afterShock = true
    return targeting
  }

  @Test("assets and cash after a shock reach exactly those whom a severe shock has struck, not the hungry")
  func distressed() throws {
    let model = try Scenario.small().model()
    let package = try Programme.small(
      until: "2019-Q3", target: Self.targeting(),
      .make("assets", .assetGrant(amount: 15_000), cost: 500),
      .make("cash", .cashTransfer(amount: 6000, quarters: 1), cost: 100))
    let everybodyIsRegistered: (inout Parameters) -> Void = { parameters in
      Parameters.catalogue.first { $0.path == "targeting.voiceless_registration" }?.set(1, in: &parameters)
    }
    let trial = Trial(model, model.baseline.changing(everybodyIsRegistered).with(package))
    var struck: Set<Int> = []
    for quarter in 1...3 {
      let before = struck
      trial.advance()
      struck.formUnion((0..<5000).filter { trial.population.distress[$0] % 2 == 1 })
      let (served, new) = (Set(trial.served()), struck.subtracting(before))
      #expect(served == struck, "quarter \(quarter)")
      #expect(!new.isEmpty && new.count < 4000)
      let units = trial.costs("assets").filter { $0.quarter == quarter }.map(\.units)
      #expect(units == [Double(new.count)])
    }
    let assets = trial.costs("assets").reduce(0) { $0 + $1.pkr }
    #expect(assets == 1000 * Double(struck.count) * modelMoney(15_500))
    #expect(trial.population.ledgerBreaches().isEmpty)
    trial.advance()
    #expect(Set(trial.served()) == struck)
  }
}
