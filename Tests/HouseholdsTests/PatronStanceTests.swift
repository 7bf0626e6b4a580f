import Simulation
import Testing

@testable import Households

/// Patrons that retaliate against few and concede to many.
@Suite struct PatronStanceTests {
  private static let place = Place(
    district: "Kasur", tehsil: "Kasur", settlementType: .rural, households: 8000, unionCouncils: 4,
    stratum: SyntheticSurvey.rural)

  private static func trial(
    _ scenario: Scenario, organised: @escaping (Int) -> Bool, _ change: (Population) -> Void = { _ in }
  ) throws -> Trial {
    let model = try scenario.model()
    let settled = model.settled(replication: 0)
    settled.organise(maturity: 0.5, organised)
    change(settled)
    return Trial(model, settled: settled)
  }

  @Test("stances change at their thresholds and nowhere else")
  func thresholds() {
    let parameters = PatronParameters()
    for share in [0, 1e-9, 0.05, (0.1).nextDown] {
      #expect(parameters.stance(organisedShare: share) == .accommodating, "\(share)")
    }
    for share in [0.1, (0.1).nextUp, 0.2, 0.35] {
      #expect(parameters.stance(organisedShare: share) == .retaliating, "\(share)")
    }
    for share in [(0.35).nextUp, 0.5, 1] { #expect(parameters.stance(organisedShare: share) == .conceding, "\(share)") }
  }

  @Test("a threshold above 1 switches a stance off")
  func switches() {
    var (gentle, stubborn) = (PatronParameters(), PatronParameters())
    gentle.retaliationFrom = 1.5
    stubborn.concessionFrom = 1.5
    for share in [0, 0.1, 0.35] { #expect(gentle.stance(organisedShare: share) == .accommodating) }
    #expect(gentle.stance(organisedShare: 0.36) == .conceding)
    for share in [0.1, 0.35, 0.36, 1] { #expect(stubborn.stance(organisedShare: share) == .retaliating) }
    gentle.concessionFrom = 1.5
    #expect(gentle.stance(organisedShare: 1) == .accommodating)
    gentle.retaliationFrom = 0
    #expect(gentle.stance(organisedShare: 0) == .accommodating)
  }

  @Test("each settlement's patron takes the stance of its organised share")
  func process() throws {
    let population = try Scenario.small(places: [Self.place]).model().settled(replication: 0)
    let shares = [0, 0.1, 0.2, 0.35, 0.4, 1]
    for settlement in 0..<population.geography.settlementCount {
      population.communities.organisedShare[settlement] = shares[settlement % shares.count]
    }
    population.run(Patrons(parameters: PatronParameters(), trade: TradeParameters()))
    let stances: [PatronStance] = [
      .accommodating, .retaliating, .retaliating, .retaliating, .conceding, .conceding,
    ]
    for (settlement, state) in population.settlementStates.enumerated() {
      #expect(state.stance == stances[settlement % shares.count])
    }
  }

  @Test("the mark-up moves a tenth of the way to what power, organisation and purchases leave of it")
  func markUp() throws {
    let population = try Scenario.small(places: [Self.place]).model().settled(replication: 0)
    let shares = [0, 0.2, 0.5]
    let discounts = [0, 0.4, 0.8, 1]
    for settlement in 0..<population.geography.settlementCount {
      population.communities.organisedShare[settlement] = shares[settlement % 3]
      population.communities.purchaseDiscount[settlement] = discounts[settlement % 4]
    }
    let before = population.settlementStates
    population.run(Patrons(parameters: PatronParameters(), trade: TradeParameters()))
    for (settlement, state) in population.settlementStates.enumerated() {
      let (organised, discount) = (shares[settlement % 3], discounts[settlement % 4])
      let left = (1 - 0.6 * organised) * (1 - 0.5 * discount * organised) * (organised > 0.35 ? 0.5 : 1)
      let goal = 0.2 * state.patronPower * left
      let markUp = 0.9 * before[settlement].markUp + 0.1 * goal
      #expect((state.markUp - markUp).magnitude < 1e-15, "settlement \(settlement)")
    }
  }

  @Test(
    "a retaliating patron calls in a tenth of what members owe, from savings, then from assets, as far as they reach")
  func debtCall() throws {
    let population = try Scenario.small(places: [Self.place]).model().settled(replication: 0)
    population.organise { $0 == 0 }
    let members = population.geography.members(ofNeighbourhood: 0).lowerBound
    let outsider = population.geography.members(ofNeighbourhood: 1).lowerBound
    // Debt, savings and assets before, and savings, assets and debt after.
    let cases: [(household: Int, before: [Double], after: [Double])] = [
      (members, [40, 10, 50], [36, 6, 50]),
      (members + 1, [40, 0, 50], [36, 0, 45]),
      (members + 2, [40, 2, 50], [36, 0, 47.5]),
      (members + 3, [40, 1, 0], [39, 0, 0]),
      (members + 4, [40, 0, 2.5], [38, 0, 0]),
      (members + 5, [40, 0, 0], [40, 0, 0]),
      (members + 6, [0, 5, 5], [0, 5, 5]),
      (outsider, [40, 10, 50], [40, 10, 50]),
    ]
    for household in 0..<population.households { population.debt[household] = 0 }
    for (household, before, _) in cases {
      (population.debt[household], population.savings[household], population.assets[household]) = (
        before[0], before[1], before[2]
      )
    }
    population.reopenBooks()
    for (settlement, isRetaliating) in [(0.05, false), (0.2, true), (0.5, false)].enumerated() {
      let copy = population.copy()
      copy.communities.organisedShare[0] = isRetaliating.0
      copy.run(Patrons(parameters: PatronParameters(), trade: TradeParameters()))
      for (household, before, after) in cases {
        let holdings = [copy.debt[household], copy.savings[household], copy.assets[household]]
        let expected = isRetaliating.1 ? after : before
        #expect(zip(holdings, expected).allSatisfy { ($0 - $1).magnitude <= 0x1p-19 }, "\(holdings) case \(settlement)")
      }
      let due = isRetaliating.1
      #expect((copy.total(.repaid) - (due ? 4 * 3 + 1 + 2 : 0)).magnitude < 0x1p-17)
      #expect((copy.total(.saleDiscount) - (due ? 1 + 0.5 + 0.5 : 0)).magnitude < 0x1p-17)
      #expect(copy.ledgerBreaches().isEmpty)
    }
  }

  @Test("below the critical mass members are worse off than with an accommodating patron")
  func retaliation() throws {
    let scenario = Scenario.small(places: [Self.place]) { $0.patrons.feedback = 0 }
    let harsh = try Self.trial(scenario) { $0 % 5 == 0 }
    let gentle = try Self.trial(scenario.changing { $0.patrons.retaliationFrom = 2 }) { $0 % 5 == 0 }
    let members = harsh.population.organised
    harsh.advance()
    gentle.advance()
    #expect(harsh.population.settlementStates.allSatisfy { $0.stance == .retaliating })
    #expect(gentle.population.settlementStates.allSatisfy { $0.stance == .accommodating })
    let indebted = members.filter {
      gentle.population.debt[$0] > 0.001 && gentle.population.assets[$0] > gentle.population.debt[$0]
    }
    #expect(indebted.count > 100)
    #expect(indebted.allSatisfy { harsh.population.debt[$0] < gentle.population.debt[$0] })
    #expect(
      indebted.allSatisfy {
        harsh.population.assets[$0] + harsh.population.savings[$0]
          < gentle.population.assets[$0] + gentle.population.savings[$0]
      })
    harsh.advance(3)
    gentle.advance(3)
    func change(_ value: (Population, Int) -> Double) -> PairedDifference {
      PairedDifference(members) { value(harsh.population, $0) - value(gentle.population, $0) }
    }
    #expect(change { Double($0.state[$1].economic) }.isBelowZero)
    #expect(change { Double($0.state[$1].social) }.mean < 0)
    #expect(change { Double($0.state[$1].political) }.mean < 0)
    let others = (0..<harsh.population.households).filter { harsh.population.standing[$0] == [] }
    #expect(others.allSatisfy { HouseholdState(harsh.population, $0) == HouseholdState(gentle.population, $0) })
  }

  @Test("above it the mark-up falls and the patron concedes")
  func concession() throws {
    let scenario = Scenario.small(places: [Self.place])
    let alone = try Self.trial(scenario) { _ in false }
    let many = try Self.trial(scenario) { $0 % 5 != 0 }
    let unyielding = try Self.trial(
      scenario.changing {
        $0.patrons.concessionFrom = 2
        $0.patrons.retaliationFrom = 2
      }
    ) { $0 % 5 != 0 }
    for trial in [alone, many, unyielding] { trial.advance(4) }
    #expect(many.population.settlementStates.allSatisfy { $0.stance == .conceding })
    #expect(alone.population.settlementStates.allSatisfy { $0.stance == .accommodating })
    let markUps = [alone, many, unyielding].map { $0.population.settlementStates.map(\.markUp) }
    for settlement in markUps[0].indices {
      #expect(markUps[1][settlement] < markUps[2][settlement])
      #expect(markUps[2][settlement] < markUps[0][settlement])
    }
  }

  @Test("the laws hold while patrons call in debts in hard times")
  func laws() throws {
    let scenario = Scenario.small { parameters in
      LedgerTests.hardTimes(&parameters)
      parameters.patrons.debtCall = 0.6
    }
    let trial = try Self.trial(scenario) { $0 % 5 == 0 }
    for _ in 1...8 {
      trial.advance()
      #expect(trial.population.ledgerBreaches().isEmpty, "quarter \(trial.quarter)")
    }
    #expect(trial.population.settlementStates.contains { $0.stance == .retaliating })
    #expect(
      trial.population.householdStates.allSatisfy { $0.assets >= 0 && $0.savings >= 0 && $0.debt >= 0 })
  }
}
