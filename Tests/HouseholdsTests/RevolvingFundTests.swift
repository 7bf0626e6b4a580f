import Simulation
import Testing

@testable import Households

@Suite struct RevolvingFundTests {
  private static let budget = 12_000_000.0

  private static func fund(isRevolving: Bool, partner: String? = nil, name: String = "Fund") throws -> Programme {
    var programme = try Programme.small(
      named: name, until: "2022-Q4", total: budget, target: Targeting(scoreAtMost: 60),
      .make(
        "loan", .softLoan(amount: 20_000, terms: LoanTerms(instalments: 4), buysOutDebt: false), cost: 600, delay: 1))
    programme.isRevolving = isRevolving
    programme.partner = partner ?? programme.partner
    return programme
  }

  private static func scenario(households: Int? = nil, _ programmes: Programme...) -> Scenario {
    var scenario = Scenario.small(households: households, years: 4) {
      $0.trade.defaultProbability = [0.1, 0.1, 0.05, 0.05]
    }
    scenario.programmes = programmes
    return scenario
  }

  @Test("the fund never lends what it has not got, and lends again what comes back")
  func solvency() throws {
    let scenario = Self.scenario(try Self.fund(isRevolving: true))
    let model = try scenario.model()
    let revolving = Trial(model)
    let once = Trial(model, Self.scenario(try Self.fund(isRevolving: false)))
    let budget = modelMoney(Self.budget)
    for quarter in 1...16 {
      let available = budget + revolving.desks[0].account.repaidTotal
      revolving.advance()
      once.advance()
      let account = revolving.desks[0].account
      #expect(account.spentTotal <= available, "quarter \(quarter)")
      #expect(account.balance == budget + account.repaidTotal - account.spentTotal)
      #expect(account.balance >= 0)
      #expect(once.desks[0].account.spentTotal <= budget)
      #expect(once.desks[0].account.balance == budget - once.desks[0].account.spentTotal)
    }
    let spent = [revolving, once].map { $0.desks[0].account.spentTotal }
    #expect(spent[0] > 1.5 * budget && spent[1] <= budget)
  }

  @Test("of each programme, lent = repaid + written off + outstanding, exactly", arguments: [5000, 1250])
  func principal(households: Int) throws {
    let scenario = Self.scenario(
      households: households, try Self.fund(isRevolving: true), try Self.fund(isRevolving: false, name: "Other"))
    let trial = Trial(try scenario.model())
    let weight = Double(5000 / households)
    #expect(trial.population.geography.weights.allSatisfy { $0 == weight })
    for quarter in 1...16 {
      trial.advance()
      for desk in trial.desks {
        let account = desk.account
        let outstanding = trial.population.householdStates.reduce(0) {
          $0 + (Int($1.lender) == account.number ? $1.loan : 0)
        }
        #expect(account.outstandingTotal == weight * outstanding, "quarter \(quarter)")
      }
    }
    #expect(trial.desks.allSatisfy { $0.account.writtenOffTotal > 0 && $0.account.repaidTotal > 0 })
    let received = trial.population.total(.loansReceived)
    #expect(trial.desks.reduce(0) { $0 + $1.account.lentTotal } == weight * received)
    #expect(
      trial.desks.reduce(0) { $0 + $1.account.writtenOffTotal } == weight * trial.population.total(.loansWrittenOff))
  }

  @Test("every loan is repaid, written off or outstanding with instalments left")
  func everyLoan() throws {
    let scenario = Self.scenario(try Self.fund(isRevolving: false))
    let trial = Trial(try scenario.model())
    trial.advance(16)
    let borrowers = trial.served().filter { trial.population.lender[$0] == 1 }
    #expect(!borrowers.isEmpty)
    for household in borrowers {
      #expect((trial.population.loan[household] > 0) == (trial.population.instalmentsLeft[household] > 0))
    }
    let account = trial.desks[0].account
    #expect(account.lentTotal == Double(borrowers.count) * modelMoney(20_000))
  }

  @Test("in a sample of any size what is outstanding is what borrowers owe, and nothing once all have paid")
  func sampled() throws {
    let scenario = Self.scenario(households: 1700, try Self.fund(isRevolving: true))
    let trial = Trial(try scenario.model())
    let (population, geography) = (trial.population, trial.population.geography)
    var owedOnce = false
    for quarter in 1...16 {
      trial.advance()
      var owed = [Double](repeating: 0, count: geography.places.count)
      for settlement in 0..<geography.settlementCount {
        for household in geography.members(ofSettlement: settlement) {
          owed[geography.place(ofSettlement: settlement)] += population.loan[household]
        }
      }
      let expected = zip(owed, geography.weights).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(trial.desks[0].account.outstandingTotal == expected, "quarter \(quarter)")
      owedOnce = owedOnce || expected > 0
    }
    #expect(owedOnce)
  }

  @Test("a partner's budget binds over all its programmes, and repaid loans refill it", arguments: [false, true])
  func purse(isRevolving: Bool) throws {
    var cash = try Programme.small(
      named: "Cash", until: "2022-Q4", capacity: 100, .make("cash", .cashTransfer(amount: 8000, quarters: 2), cost: 300)
    )
    cash.partner = "Bank"
    var fund = try Self.fund(isRevolving: isRevolving, partner: "Bank")
    fund.totalBudget = 6_000_000
    var scenario = Self.scenario(fund, cash)
    scenario.partners = [Partner(name: "Bank", totalBudget: 10_000_000, priceYear: 2019)]
    let trial = Trial(try scenario.model())
    for _ in 1...16 {
      let repaid = isRevolving ? trial.desks[0].account.repaidTotal : 0
      trial.advance()
      let spent = trial.desks.map(\.account.spentTotal)
      #expect(spent[0] + spent[1] <= modelMoney(10_000_000) + repaid)
      let returned = isRevolving ? trial.desks[0].account.repaidTotal : 0
      for desk in trial.desks {
        #expect(desk.account.purse?.balance == modelMoney(10_000_000) + returned - spent[0] - spent[1])
      }
    }
    let spent = trial.desks.map(\.account.spentTotal)
    #expect(spent[0] + spent[1] > 0.99 * modelMoney(10_000_000))
    #expect(spent[0] > 0 && spent[1] > 0)
    #expect((spent[0] + spent[1] > modelMoney(10_000_000)) == isRevolving)
  }
}

extension ProgrammeAccount {
  /// Principal paid out: what is on the money grid adds up exactly.
  fileprivate var lentTotal: Double { outstandingTotal + repaidTotal + writtenOffTotal }
}
