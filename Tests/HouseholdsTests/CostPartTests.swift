import Testing

@testable import Households

@Suite struct CostPartTests {
  /// Grants, matching grants, loans and training for everybody, each with its cost of delivery.
  private static func package() throws -> Programme {
    try .small(
      until: "2020-Q4",
      .make("cash", .cashTransfer(amount: 4000, quarters: 2), cost: 150),
      .make("matching", .matchingGrant(amount: 10_000, householdShare: 0.25), cost: 300),
      .make("loan", .softLoan(amount: 25_000, terms: LoanTerms(instalments: 4), buysOutDebt: false), cost: 500),
      .make("training", .skillTraining(level: 1), cost: 6000))
  }

  @Test("what is handed out, lent and spent on delivery are told apart", arguments: [5000, 1250])
  func parts(households: Int) throws {
    let model = try Scenario.small(households: households).model()
    let trial = Trial(model, model.baseline.with(try Self.package()))
    trial.advance(3)
    func expect(_ name: String, _ part: CostPart, _ paid: Double, _ cost: Double) {
      for entry in trial.costs(name) {
        #expect(entry.parts[part] == 1000 * entry.units * modelMoney(paid), "\(name)")
        #expect(entry.parts[.delivery] == 1000 * entry.units * (modelMoney(paid + cost) - modelMoney(paid)), "\(name)")
        #expect(entry.pkr == 1000 * entry.units * modelMoney(paid + cost), "\(name)")
      }
      #expect(!trial.costs(name).isEmpty)
    }
    expect("cash", .transfer, 4000, 150)
    expect("matching", .transfer, 7500, 300)
    expect("loan", .loan, 25_000, 500)
    for entry in trial.costs("training") { #expect(entry.parts[.delivery] == entry.pkr) }
    let repayments = trial.costs(ProgrammeAccount.repayments)
    #expect(!repayments.isEmpty)
    #expect(repayments.allSatisfy { $0.pkr < 0 && $0.parts[.repayment] == $0.pkr })
  }

  @Test("the parts of every cost sum exactly to it")
  func sums() throws {
    var scenario = Scenario.small(households: 3700, years: 2)
    scenario.programmes = try LedgerTests.everything()
    let model = try scenario.model()
    let result = model.run(scenario, from: model.settled(replication: 0), replication: 0, observeEvery: 8)
    #expect(!result.costs.isEmpty)
    for cost in result.costs {
      // Exact in any order, for all are multiples of the grid.
      #expect(cost.pkr == CostPart.allCases.reversed().reduce(0) { $0 + cost.parts[$1] })
      #expect(CostPart.allCases.allSatisfy { ($0 == .repayment) == (cost.parts[$0] < 0) || cost.parts[$0] == 0 })
    }
  }

  @Test("work for places is organisation")
  func organisation() throws {
    let model = try Scenario.small().model()
    let trial = PlaceTrial(model, [try .places(.marketRateAnalysis(gain: 0.3, cost: 40_000))])
    trial.advance()
    let costs = trial.costs("task 1")
    #expect(!costs.isEmpty)
    #expect(costs.allSatisfy { $0.pkr > 0 && $0.parts[.organisation] == $0.pkr })
  }
}
