import Simulation
import Testing

@testable import Households

@Suite struct ReferenceTests {
  /// A population in which all that programmes may leave behind is present, beside what the burn-in made.
  private static func variedPopulation(_ model: Model) -> Population {
    let population = model.settled(replication: 0)
    for household in stride(from: 0, to: population.households, by: 3) {
      population.loan[household] = Double(household % 40) / 4
      population.instalmentsLeft[household] = UInt8(household % 7)
      population.graceLeft[household] = UInt8(household % 11 == 0 ? 2 : 0)
      population.lender[household] = 1
    }
    for household in stride(from: 1, to: population.households, by: 4) {
      population.promisedTransfer[household] = Double(household % 9) - 2
      population.savings[household] = Double(household % 5) / 8
    }
    for household in stride(from: 2, to: population.households, by: 5) {
      population.awareness[household] = Float(household % 11) / 10
      population.coaching[household] = Float(household % 3) / 2
      population.skill[household] = UInt8(household % 4)
    }
    return population
  }

  /// The same with all that organisations and programmes for places may leave behind.
  private static func organisedPopulation(_ model: Model) -> Population {
    let population = variedPopulation(model)
    let (geography, communities) = (population.geography, population.communities)
    for neighbourhood in 0..<geography.neighbourhoodCount {
      communities.stage[neighbourhood] = neighbourhood % 7 == 3 ? .dormant : neighbourhood % 5 == 0 ? .none : .active
      communities.maturity[neighbourhood] = Double(neighbourhood % 13) / 13
      communities.tier[neighbourhood] = Double(neighbourhood % 4) / 3.7
    }
    for settlement in 0..<geography.settlementCount {
      communities.organisedShare[settlement] = [0, 0.1, 0.2, 0.35, 0.36, 0.9][settlement % 6]
      communities.works[settlement] = [0, 1, 2, 3, 12][settlement % 5]
      communities.rateInformation[settlement] = Double(settlement % 3) / 3
      communities.purchaseDiscount[settlement] = Double(settlement % 4) / 7
      communities.stance[settlement] = PatronStance.allCases[settlement % 3]
    }
    for council in 0..<geography.unionCouncilCount { communities.centreGain[council] = Double(council % 3) / 9 }
    for household in 0..<population.households {
      var standing: Standing = household % 8 < 5 ? .member : []
      if household % 9 == 2 { standing.insert(.entrepreneur) }
      if household % 6 == 1 { standing.insert(.upkeep) }
      population.standing[household] = standing
    }
    return population
  }

  private static func expectAgreement(_ scenario: Scenario, quarters: Int, organised: Bool = false) throws {
    let model = try scenario.model()
    let trial = Trial(model, settled: organised ? organisedPopulation(model) : variedPopulation(model))
    var reference = ReferenceQuarter(trial.population, scenario: scenario)
    for step in 1...quarters {
      trial.advance()
      reference.advance(step: step)
      let households = trial.population.householdStates
      let differing = households.indices.filter { households[$0] != reference.households[$0] }
      if let first = differing.first {
        Issue.record(
          "quarter \(step): \(differing.count) differ; model \(households[first]), plain \(reference.households[first])"
        )
        return
      }
      #expect(trial.population.settlementStates == reference.settlements, "quarter \(step)")
    }
    let counted = reference.transitions.indices.map { move in
      trial.world.workspaces.reduce(0) { $0 + $1.transitions[move] }
    }
    #expect(counted == reference.transitions)
  }

  @Test("the kernels agree with the plain telling of the quarter, bit for bit", arguments: Regime.allCases)
  func plainTelling(regime: Regime) throws {
    try Self.expectAgreement(.small(regime: regime), quarters: 8)
  }

  private static func hardTimes(_ regime: Regime) -> Scenario {
    Scenario.small(regime: regime) { parameters in
      parameters.shocks.eventProbability = 0.4
      parameters.shocks.eventSeverityMaximum = 0.9
      parameters.shocks.illnessProbability = 0.4
      parameters.shocks.illnessCost = 1.5
      parameters.trade.defaultProbability = [0.2, 0.1, 0.1, 0.05]
      parameters.initial.interestBearingShare = 0.8
    }
  }

  @Test("and so they do where shocks drive households below the floor", arguments: Regime.allCases)
  func hardTimes(regime: Regime) throws {
    try Self.expectAgreement(Self.hardTimes(regime), quarters: 8)
  }

  @Test("and with organisations, works, centres and every stance of the patrons", arguments: Regime.allCases)
  func organisations(regime: Regime) throws {
    let population = Self.organisedPopulation(try Scenario.small(regime: regime).model())
    #expect(population.settlementStates.count >= 6)
    try Self.expectAgreement(.small(regime: regime), quarters: 8, organised: true)
  }

  @Test("also in hard times, and where effects are weakened", arguments: Regime.allCases)
  func organisationsInHardTimes(regime: Regime) throws {
    let scenario = Self.hardTimes(regime).changing { parameters in
      parameters.shocks.worksProtection = 0.15
      parameters.earn.centreEffect = 0.5
      parameters.trade.informationEffect = 0.75
      parameters.trade.purchaseEffect = 0.5
      parameters.patrons.debtCall = 0.9
      parameters.dependency.coefficients[Feature.works.rawValue + Feature.count * Move.socialUp.rawValue] = 1.5
    }
    try Self.expectAgreement(scenario, quarters: 8, organised: true)
  }

  @Test("and without feedback from the settlement")
  func withoutFeedback() throws {
    try Self.expectAgreement(.small { $0.patrons.feedback = 0 }, quarters: 4)
  }
}
