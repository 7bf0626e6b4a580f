import Randomness
import Simulation
import Testing

@testable import Households

/// What entrepreneurs, works, centres and upkeep add to income and assets.
@Suite struct EnterpriseTests {
  private static func isClose(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
    (value - expected).magnitude <= tolerance
  }

  /// Income of every household in one quarter, what goes back into assets left out.
  private static func incomes(
    _ population: Population, _ regime: Regime, _ change: (inout EarnParameters) -> Void = { _ in }
  ) -> [Double] {
    var parameters = EarnParameters.byHand
    parameters.reinvestedShare = 0
    change(&parameters)
    let earn = Earn(parameters: parameters, regime: regime, stream: RandomStream(seed: 5, replication: 0))
    let workspace = population.copy().run(earn)
    return (0..<population.households).map { workspace.income[$0] }
  }

  @Test("an entrepreneur's fixed cost is a quarter lower, and stays infinite outside the club")
  func entrepreneur() {
    func income(_ regime: Regime, _ assets: Double, inClub: Bool = false, reduction: Double = 0.25) -> Double {
      var parameters = EarnParameters.byHand
      parameters.entrepreneurCostReduction = reduction
      return CapitalTechnique(parameters, regime: regime)
        .income(assets: assets, need: 4, marketAccess: 1, skill: 2, inClub: inClub, isEntrepreneur: true)
    }
    // Need is 4: 4 x 0.135 sqrt(k / 4), or 4 (0.78 x 1.16 sqrt(k / 4) - 0.35 x 0.75).
    #expect(Self.isClose(income(.threshold, 4), 2.5692))
    #expect(Self.isClose(income(.threshold, 0.25), 0.135))
    #expect(Self.isClose(income(.threshold, 1), 0.7596))
    #expect(Self.isClose(income(.threshold, 1, reduction: 1), 1.8096))
    #expect(Self.isClose(income(.convergence, 4), 4 * 0.214 * 1.16))
    #expect(Self.isClose(income(.clubs, 4, inClub: true), 2.5692))
    for reduction in [0, 0.25, 1] { #expect(Self.isClose(income(.clubs, 4, reduction: reduction), 0.54)) }
  }

  @Test("entrepreneurs gain what they save of the fixed cost, and nobody else anything")
  func entrepreneurs() throws {
    let population = try Scenario.small(households: 3000).model().settled(replication: 0)
    let usual = Self.incomes(population, .threshold)
    for household in stride(from: 0, to: population.households, by: 2) {
      population.standing[household] = .entrepreneur
    }
    let trained = Self.incomes(population, .threshold)
    var gained = 0
    for household in 0..<population.households {
      let need = population.need[household]
      let ratio = population.assets[household] / need
      let simple = 0.135 * ratio.squareRoot()
      let better = 0.78 * (1 + 0.08 * Double(population.skill[household])) * min(ratio, 2.6).squareRoot()
      let gain =
        household % 2 == 0 ? need * (max(simple, better - 0.75 * 0.35) - max(simple, better - 0.35)) : 0
      #expect(Self.isClose(trained[household] - usual[household], gain, 0x1p-19), "\(household)")
      if gain > 0.5 { gained += 1 }
    }
    #expect(gained > 100)
  }

  @Test("works and centres raise market access", arguments: Regime.allCases)
  func marketAccess(regime: Regime) throws {
    let population = try Scenario.small(households: 3000, regime: regime).model().settled(replication: 0)
    let usual = Self.incomes(population, regime)
    let geography = population.geography
    for settlement in 0..<geography.settlementCount {
      population.marketAccess[settlement] = 1
      population.communities.works[settlement] = UInt8(settlement % 4)
    }
    for council in 0..<geography.unionCouncilCount {
      population.communities.centreGain[council] = 0.08 * Double(council)
    }
    let (connected, halved) = (
      Self.incomes(population, regime), Self.incomes(population, regime) { $0.centreEffect = 0.5 }
    )
    for (incomes, effect) in [(connected, 1.0), (halved, 0.5)] {
      for settlement in 0..<geography.settlementCount {
        let council = geography.unionCouncilOfSettlement[settlement]
        let access = 1 + 0.05 * Double(settlement % 4) + effect * 0.08 * Double(council)
        for household in geography.members(ofSettlement: settlement) {
          let need = population.need[household]
          let ratio = population.assets[household] / need
          let skill = 1 + 0.08 * Double(population.skill[household])
          let isOpen = regime != .clubs || population.traits[household].contains(.club)
          func capital(_ access: Double) -> Double {
            guard regime != .convergence else { return need * 0.214 * access * skill * ratio.squareRoot() }
            let simple = 0.135 * ratio.squareRoot()
            return need * (isOpen ? max(simple, 0.78 * access * skill * min(ratio, 2.6).squareRoot() - 0.35) : simple)
          }
          let gain = capital(access) - capital(1)
          #expect(Self.isClose(incomes[household] - usual[household], gain, 0x1p-19), "\(household)")
        }
      }
    }
    #expect(zip(usual, connected).allSatisfy { $0 <= $1 } && usual.reduce(0, +) < halved.reduce(0, +))
    #expect(halved.reduce(0, +) < connected.reduce(0, +))
  }

  @Test("assets that are kept up decay a quarter slower")
  func upkeep() throws {
    let model = try Scenario.small(households: 3000) { $0.trade.depreciation = 0.12 }.model()
    let settled = model.settled(replication: 0)
    let usual = Trial(model, settled: settled)
    for household in stride(from: 0, to: settled.households, by: 2) { settled.standing[household] = .upkeep }
    let kept = Trial(model, settled: settled)
    for trial in [usual, kept] { trial.advance() }
    for household in 0..<settled.households {
      let ratio = household % 2 == 0 ? (1 - 0.75 * 0.12) / (1 - 0.12) : 1
      let expected = usual.population.assets[household] * ratio
      #expect(Self.isClose(kept.population.assets[household], expected, 0x1p-18), "\(household)")
    }
    #expect(kept.population.total(.decay) < usual.population.total(.decay))
    #expect(kept.population.ledgerBreaches().isEmpty)
  }
}
