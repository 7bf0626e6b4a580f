import Simulation
import Testing

@testable import Households

@Suite struct SoftLoanTests {
  private static let amount = modelMoney(18_000)

  private static func trial(
    buysOutDebt: Bool, instalments: Int = 5, years: Int = 3, _ change: (inout Parameters) -> Void
  ) throws -> Trial {
    let model = try Scenario.small(years: years).model()
    let programme = try Programme.small(
      .make(
        "loan", .softLoan(amount: 18_000, terms: LoanTerms(instalments: instalments), buysOutDebt: buysOutDebt),
        cost: 400))
    return Trial(model, model.baseline.changing(change).with(programme))
  }

  @Test("principal = repaid + written off + outstanding, household by household and in the books")
  func principal() throws {
    let trial = try Self.trial(buysOutDebt: false) { $0.trade.defaultProbability = [0.1, 0.1, 0.05, 0.05] }
    var repaid = 0.0
    for quarter in 1...12 {
      trial.advance()
      let households = trial.population.householdStates
      let outstanding = households.reduce(0) { $0 + $1.loan }
      let writtenOff = trial.population.total(.loansWrittenOff)
      repaid = trial.population.total(.instalments)
      #expect(5000 * Self.amount == repaid + writtenOff + outstanding, "quarter \(quarter)")
      let booked = trial.costs("loan repayments").reduce(0) { $0 + $1.pkr }
      #expect(booked == -1000 * repaid)
    }
    #expect(trial.population.total(.loansReceived) == 5000 * Self.amount)
    #expect(trial.costs("loan").map(\.pkr) == [1000 * 5000 * modelMoney(18_400)])
    #expect(trial.costs("loan repayments").allSatisfy { $0.pkr < 0 && $0.quarter > 1 })
    #expect(trial.population.total(.loansWrittenOff) > 0)
    #expect(repaid > 0)
  }

  @Test("borrowers who neither stop nor fall short repay in equal instalments")
  func equalInstalments() throws {
    let trial = try Self.trial(buysOutDebt: false, instalments: 4) { $0.trade.defaultProbability = [0, 0, 0, 0] }
    trial.advance()
    #expect(trial.population.householdStates.allSatisfy { $0.loan == Self.amount && $0.instalmentsLeft == 4 })
    var able = Set(0..<5000)
    for left in [3, 2, 1, 0] {
      trial.advance()
      let households = trial.population.householdStates
      able = able.filter { households[$0].hunger == 0 }
      // Instalments are rounded to the money grid.
      let expected = Self.amount * Double(left) / 4
      #expect(able.allSatisfy { (households[$0].loan - expected).magnitude <= 2 * 0x1p-20 })
      #expect(able.allSatisfy { Int(households[$0].instalmentsLeft) == left })
    }
    #expect(able.count > 2500)
  }

  @Test("defaults happen with their probability")
  func defaults() throws {
    let trial = try Self.trial(buysOutDebt: false) { $0.trade.defaultProbability = [0.3, 0.3, 0.3, 0.3] }
    trial.advance(2)
    let share = Double(trial.population.householdStates.filter { $0.loan == 0 }.count) / 5000
    #expect((share - 0.3).magnitude < 5 * (0.3 * 0.7 / 5000).squareRoot())
  }

  @Test("of a loan without buy-out a share becomes assets, and the rest is cash of the next quarter")
  func investment() throws {
    let trial = try Self.trial(buysOutDebt: false) { $0.programmes.windfallShare = 0.75 }
    let without = Trial(try Scenario.small(years: 3).model())
    trial.advance()
    without.advance()
    let invested = (0.75 * Self.amount * 1_048_576).rounded(.toNearestOrEven) / 1_048_576
    let pairs = zip(trial.population.householdStates, without.population.householdStates)
    #expect(pairs.allSatisfy { $0.assets == $1.assets + invested })
    #expect(pairs.allSatisfy { $0.promised == Self.amount - invested && $1.promised == 0 })
  }

  @Test("nothing is due in the grace quarters, and interest is paid with the instalments")
  func graceAndInterest() throws {
    let model = try Scenario.small(years: 3) { $0.trade.defaultProbability = [0, 0, 0, 0] }.model()
    let terms = LoanTerms(instalments: 2, interestPerYear: 0.2, basis: .flat, graceQuarters: 2)
    let programme = try Programme.small(
      .make("loan", .softLoan(amount: 18_000, terms: terms, buysOutDebt: false), cost: 400))
    let trial = Trial(model, model.baseline.with(programme))
    trial.advance()
    let owed = trial.population.householdStates[0].loan
    #expect((owed - 1.2 * Self.amount).magnitude <= 0x1p-20)
    for _ in 0..<2 {
      trial.advance()
      #expect(trial.population.householdStates.allSatisfy { $0.loan == owed && $0.instalmentsLeft == 2 })
    }
    trial.advance()
    let able = trial.population.householdStates.filter { $0.instalmentsLeft == 1 && $0.hunger == 0 }
    #expect(able.count > 2500)
    #expect(able.allSatisfy { ($0.loan - owed / 2).magnitude <= 2 * 0x1p-20 })
    #expect(trial.population.ledgerBreaches().isEmpty)
    #expect(trial.costs("loan").map(\.pkr) == [1000 * 5000 * modelMoney(18_400)])
  }

  @Test("a buy-out lowers what the patron is owed, and a share of the rest becomes assets")
  func buyOut() throws {
    // No settlement on leaving, so that only the buy-out lowers debts after trade.
    let model = try Scenario.small {
      $0.dependency.settlementShare = 0
      $0.programmes.windfallShare = 1
    }.model()
    let programme = try Programme.small(
      .make("loan", .softLoan(amount: 18_000, terms: LoanTerms(instalments: 5), buysOutDebt: true)))
    let trial = Trial(model, model.baseline.with(programme))
    let without = Trial(model)
    trial.advance()
    without.advance()
    var boughtOut = 0.0
    for (with, without) in zip(trial.population.householdStates, without.population.householdStates) {
      let paid = min(Self.amount, without.debt)
      boughtOut += paid
      #expect(with.debt == without.debt - paid)
      #expect(with.assets == without.assets + Self.amount - paid)
      #expect(with.loan == Self.amount)
    }
    #expect(boughtOut > 0)
    let receivable = { (population: Population) in population.settlementStates.reduce(0) { $0 + $1.receivable } }
    #expect(receivable(trial.population) == receivable(without.population) - boughtOut)
    #expect(trial.population.total(.boughtOut) == boughtOut)
  }

  @Test("nobody gets a second loan while one is outstanding, and none is booked")
  func oneAtATime() throws {
    let model = try Scenario.small().model()
    let first = try Programme.small(
      named: "First", target: Targeting(lotteryShare: 0.5),
      .make("loan", .softLoan(amount: 18_000, terms: LoanTerms(instalments: 8), buysOutDebt: false)))
    let second = try Programme.small(
      named: "Second", from: "2019-Q2", until: "2019-Q2",
      .make("loan", .softLoan(amount: 10_000, terms: LoanTerms(instalments: 8), buysOutDebt: false)))
    let trial = Trial(
      model, model.baseline.with(first, second).changing { $0.trade.defaultProbability = [0, 0, 0, 0] })
    trial.advance(2)
    let borrowers = Set(trial.served(0))
    let households = trial.population.householdStates
    #expect(households.indices.allSatisfy { households[$0].lender == (borrowers.contains($0) ? 1 : 2) })
    #expect(trial.costs("loan", desk: 1).map(\.units) == [Double(5000 - borrowers.count)])
    trial.advance()
    let repaid = trial.desks.map { $0.account.costs.filter { $0.intervention == "loan repayments" && $0.quarter == 3 } }
    #expect(repaid.allSatisfy { $0.count == 1 })
  }
}
