import Simulation
import Testing

@testable import Households

@Suite struct LedgerTests {
  /// Every kind of intervention, in packages that meet in the same households.
  static func everything() throws -> [Programme] {
    [
      try .small(
        named: "Graduation", until: "2020-Q4", capacity: 700, target: Targeting(scoreAtMost: 40),
        .make("assets", .assetGrant(amount: 30_000), cost: 2000),
        .make("stipend", .cashTransfer(amount: 4000, quarters: 4), cost: 100, delay: 1),
        .make("coach", .coaching(quarters: 6), cost: 900),
        .make("savings", .savingsDeposit(amount: 3000), delay: 2, takeUp: 0.9)),
      try .small(
        named: "Enterprise", until: "2020-Q4", target: Targeting(lotteryShare: 0.5, order: .random),
        .make("match", .matchingGrant(amount: 20_000, householdShare: 0.4), cost: 500, takeUp: 0.8),
        .make("second match", .matchingGrant(amount: 9000, householdShare: 0.3), delay: 3)),
      try .small(
        named: "Loans", until: "2020-Q4", quarterly: 9_000_000, target: Targeting(scoreAtMost: 60, scoreErrorPoints: 5),
        .make(
          "loan", .softLoan(amount: 30_000, terms: LoanTerms(instalments: 6), buysOutDebt: false), cost: 300,
          takeUp: 0.5),
        .make(
          "buy-out", .softLoan(amount: 15_000, terms: LoanTerms(instalments: 4), buysOutDebt: true), cost: 300, delay: 1
        )),
      try .small(
        named: "Skills", until: "2020-Q4", total: 20_000_000,
        .make("basic", .skillTraining(level: 1), cost: 3000, completion: 0.8),
        .make("vocational", .skillTraining(level: 2), cost: 8000, delay: 1, completion: 0.7),
        .make("advanced", .skillTraining(level: 3), cost: 9000, delay: 2, completion: 0.6),
        .make("awareness", .awarenessTraining(gain: 0.7), cost: 500)),
      try .small(
        named: "Enterprise of their own", until: "2020-Q4",
        .make("idle", .idleResourceActivation, cost: 400),
        .make("entrepreneurship", .entrepreneurshipTraining, cost: 5000, completion: 0.8)),
    ]
  }

  /// Times in which households lose what they have.
  static func hardTimes(_ parameters: inout Parameters) {
    parameters.shocks.eventProbability = 0.5
    parameters.shocks.eventSeverityMaximum = 1
    parameters.shocks.illnessProbability = 0.5
    parameters.shocks.illnessCost = 2
    parameters.shocks.assetLossProbability = 0.3
    parameters.shocks.assetLossShare = 0.9
    parameters.trade.defaultProbability = [0.2, 0.1, 0.05, 0.05]
    parameters.initial.interestBearingShare = 0.9
  }

  @Test("the laws hold to the last unit after every quarter, whatever happens", arguments: Regime.allCases)
  func laws(regime: Regime) throws {
    let model = try Scenario.small(years: 5, regime: regime).model()
    var scenario = model.baseline.changing(Self.hardTimes)
    let mobilisation = try Programme.mobilisation { plan in
      plan.villageCoverage = 0.2
      plan.unionCouncilCoverage = 0.2
    }
    scenario.programmes = try Self.everything() + [mobilisation]
    let trial = Trial(model, scenario)
    var (hungry, missedInstalments) = (0, false)
    for _ in 1...scenario.quarters {
      let before = trial.population.householdStates
      trial.advance()
      #expect(trial.population.ledgerBreaches().isEmpty, "quarter \(trial.quarter)")
      let after = trial.population.householdStates
      hungry += after.filter { $0.hunger > 0 }.count
      missedInstalments =
        missedInstalments || zip(before, after).contains { $0.loan > 0 && $0.loan == $1.loan && $1.hunger > 0 }
    }
    // The scenario is worth nothing unless it drove households to the end of their means and used every flow.
    #expect(hungry > 1000)
    #expect(missedInstalments)
    for flow in Flow.allCases where flow != .savingsGranted {
      #expect(trial.population.total(flow) > 0, "\(flow)")
    }
    for (desk, programme) in scenario.programmes.enumerated() {
      for intervention in programme.package {
        #expect(!trial.costs(intervention.name, desk: desk).isEmpty, "\(intervention.name)")
      }
    }
  }

  @Test("nothing holds money below zero, and no loan has instalments left when it is paid off")
  func signs() throws {
    let model = try Scenario.small(years: 3).model()
    var scenario = model.baseline.changing(Self.hardTimes)
    scenario.programmes = try Self.everything()
    let trial = Trial(model, scenario)
    for _ in 1...scenario.quarters {
      trial.advance()
      for household in trial.population.householdStates {
        #expect(
          household.assets >= 0 && household.debt >= 0 && household.savings >= 0 && household.loan >= 0
            && household.consumption >= 0)
        #expect((household.loan > 0) == (household.instalmentsLeft > 0))
      }
    }
  }

  @Test("a promise to contribute to a grant is kept or the books say what became of it")
  func brokenPromises() throws {
    // The contribution is due in the quarter after the grant, when an event may have taken all income and assets.
    let model = try Scenario.small(years: 5).model()
    var scenario = model.baseline.changing { parameters in
      parameters.shocks.eventProbability = 0.5
      parameters.shocks.eventSeverityMinimum = 1
      parameters.shocks.eventSeverityMaximum = 1
      parameters.shocks.eventAssetShare = 1
      parameters.shocks.insurance = [0, 0, 0, 0]
      parameters.trade.creditLimit = [0, 0, 0, 0]
    }
    scenario.programmes = [
      try .small(until: "2023-Q4", .make("match", .matchingGrant(amount: 10_000, householdShare: 0.9)))
    ]
    let trial = Trial(model, scenario)
    while trial.quarter < 8 && trial.population.ledgerBreaches().isEmpty { trial.advance() }
    #expect(trial.population.ledgerBreaches() == [], "quarter \(trial.quarter)")
  }

  @Test("a household does not promise its surplus twice")
  func contributions() throws {
    let model = try Scenario.small { $0.programmes.windfallShare = 1 }.model()
    let settled = model.settled(replication: 0)
    for household in 0..<settled.households { settled.savings[household] = 0 }
    let programmes = try ["One", "Two"].map { name in
      try Programme.small(named: name, .make("match", .matchingGrant(amount: 20_000, householdShare: 0.4)))
    }
    let trial = Trial(model, model.baseline.with(programmes[0], programmes[1]), settled: settled)
    trial.advance()
    let households = trial.population.householdStates
    #expect(households.contains { $0.promised < 0 })
    let overdrawn = households.filter { -$0.promised > max(0, Double($0.surplus) / 1024 * $0.need) }.count
    #expect(overdrawn == 0, "households that promise more than they have")
  }

  @Test("a corrupted population is found out")
  func corruption() throws {
    let settled = try Scenario.small().model().settled(replication: 0)
    #expect(settled.ledgerBreaches().isEmpty)
    let corruptions: [(String, (Population) -> Void)] = [
      ("debt", { $0.debt[7] += 0x1p-20 }), ("assets", { $0.assets[7] += 0x1p-20 }),
      ("savings", { $0.savings[7] += 1 }), ("loan", { $0.loan[7] += 1 }),
      ("promised", { $0.promisedTransfer[7] -= 1 }), ("receivable", { $0.receivable[0] += 0x1p-20 }),
      ("income", { $0.add(0x1p-20, to: .income, settlement: 0) }),
      ("written off", { $0.add(1, to: .loansWrittenOff, settlement: 0) }),
    ]
    for (name, corrupt) in corruptions {
      let population = settled.copy()
      corrupt(population)
      #expect(!population.ledgerBreaches().isEmpty, "\(name)")
      #expect(population.ledgerBreaches().allSatisfy { $0.hasPrefix("settlement 0: ") })
    }
  }

  @Test("copies are independent")
  func copies() throws {
    let settled = try Scenario.small().model().settled(replication: 0)
    let before = (settled.householdStates, settled.settlementStates)
    let copy = settled.copy()
    #expect(copy.householdStates == before.0)
    #expect(copy.settlementStates == before.1)
    for household in 0..<copy.households { copy.assets[household] += 1 }
    copy.markUp[0] += 1
    #expect(settled.householdStates == before.0)
    #expect(settled.settlementStates == before.1)
  }
}
