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

  private static func expectAgreement(_ scenario: Scenario, quarters: Int) throws {
    let model = try scenario.model()
    let trial = Trial(model, settled: variedPopulation(model))
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

  @Test("and so they do where shocks drive households below the floor", arguments: Regime.allCases)
  func hardTimes(regime: Regime) throws {
    let scenario = Scenario.small(regime: regime) { parameters in
      parameters.shocks.eventProbability = 0.4
      parameters.shocks.eventSeverityMaximum = 0.9
      parameters.shocks.illnessProbability = 0.4
      parameters.shocks.illnessCost = 1.5
      parameters.trade.defaultProbability = [0.2, 0.1, 0.1, 0.05]
      parameters.initial.interestBearingShare = 0.8
    }
    try Self.expectAgreement(scenario, quarters: 8)
  }

  @Test("and without feedback from the settlement")
  func withoutFeedback() throws {
    try Self.expectAgreement(.small { $0.patrons.feedback = 0 }, quarters: 4)
  }
}
