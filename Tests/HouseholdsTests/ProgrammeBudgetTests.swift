import Simulation
import Testing

@testable import Households

@Suite struct ProgrammeBudgetTests {
  /// Amounts of PKR of 2019 in PKR of 2015-16.
  static let deflator = 1.1562

  /// What was spent, repayments left out.
  static func spending(_ trial: Trial, quarter: Int? = nil) -> Double {
    trial.desks[0].account.costs.filter { $0.pkr > 0 && (quarter == nil || $0.quarter == quarter) }.reduce(0) {
      $0 + $1.pkr
    }
  }

  static func manyThings(total: Double? = nil, quarterly: Double? = nil) throws -> Programme {
    try .small(
      until: "2020-Q4", total: total, quarterly: quarterly,
      .make("cash", .cashTransfer(amount: 4000, quarters: 3), cost: 150, delay: 1, takeUp: 0.8),
      .make("assets", .assetGrant(amount: 20_000), cost: 1000, delay: 2),
      .make("coach", .coaching(quarters: 4), cost: 500, takeUp: 0.5))
  }

  @Test("no quarter and no programme costs more than its budget", arguments: [5000, 1700])
  func budgets(households: Int) throws {
    let model = try Scenario.small(households: households, years: 3).model()
    for (total, quarterly) in [(12_000_000, nil), (nil, 2_500_000), (20_000_000, 3_000_000)] as [(Double?, Double?)] {
      let programme = try Self.manyThings(total: total, quarterly: quarterly)
      let trial = Trial(model, model.baseline.with(programme))
      trial.advance(12)
      let spent = Self.spending(trial)
      if let total {
        // One package of everything, for all households that one stands for, may not fit in at the end.
        let package = 3 * 4150.0 + 21_000 + 4 * 500
        let standsFor = trial.population.geography.weights.max() ?? 1
        #expect(spent <= 1000 * modelMoney(total))
        if quarterly == nil { #expect(spent > (total - package * standsFor) / Self.deflator) }
      }
      if let quarterly {
        let quarters = (1...12).map { Self.spending(trial, quarter: $0) }
        #expect(quarters.allSatisfy { $0 <= 1000 * modelMoney(quarterly) })
        #expect((quarters.max() ?? 0) > 0.9 * quarterly / Self.deflator)
      }
      #expect(trial.desks[0].account.costs.allSatisfy { $0.units > 0 && $0.households > 0 })
    }
  }

  @Test("loans and trainings stay within the budget too")
  func loans() throws {
    let model = try Scenario.small(years: 2).model()
    let programme = try Programme.small(
      until: "2020-Q4", total: 15_000_000, quarterly: 4_000_000,
      .make("loan", .softLoan(amount: 25_000, terms: LoanTerms(instalments: 4), buysOutDebt: false), cost: 500),
      .make("training", .skillTraining(level: 1), cost: 6000, completion: 0.5))
    let trial = Trial(model, model.baseline.with(programme))
    trial.advance(8)
    #expect(Self.spending(trial) <= 1000 * modelMoney(15_000_000))
    for quarter in 1...8 { #expect(Self.spending(trial, quarter: quarter) <= 1000 * modelMoney(4_000_000)) }
    #expect(Self.spending(trial) > 0.5 * 15_000_000 / Self.deflator)
  }

  @Test("the price year decides what money is worth", arguments: [(2016, 1.0), (2019, 1.1562), (2023, 2.0205)])
  func priceYear(year: Int, deflator: Double) throws {
    let model = try Scenario.small().model()
    var programme = try Programme.small(.make("assets", .assetGrant(amount: 20_000), cost: 1000))
    programme.priceYear = year
    let trial = Trial(model, model.baseline.with(programme))
    let given = { trial.population.total(.assetsGranted) + trial.population.total(.promised) }
    let before = given()
    trial.advance()
    let granted = given() - before
    #expect(granted == 5000 * modelMoney(20_000, deflator: deflator))
    #expect(trial.costs("assets").map(\.pkr) == [1000 * 5000 * modelMoney(21_000, deflator: deflator)])
  }

  @Test("capacity is respected, and what is too little for one household carried over", arguments: [5000, 1250])
  func capacity(households: Int) throws {
    let model = try Scenario.small(households: households).model()
    let programme = try Programme.small(
      until: "2020-Q2", capacity: 333, .make("cash", .cashTransfer(amount: 1000, quarters: 1), takeUp: 0.7))
    let trial = Trial(model, model.baseline.with(programme))
    trial.advance(8)
    let weights = trial.population.geography.weights
    let largest = weights.max() ?? 1
    var enrolledSoFar = 0.0
    for quarter in 1...8 {
      let enrolled = trial.costs("cash").filter { $0.quarter == quarter }.reduce(0) { $0 + $1.households }
      enrolledSoFar += enrolled
      if quarter <= 6 {
        let places = 333 * Double(quarter)
        #expect(enrolledSoFar <= places && enrolledSoFar > places - largest - 1)
        #expect(enrolled < 333 + largest)
      } else {
        #expect(enrolled == 0)
      }
    }
  }

  @Test("households that stand for others cost as much as all of them", arguments: [2500, 1000])
  func weights(households: Int) throws {
    let full = try Scenario.small().model()
    let sample = try Scenario.small(households: households).model()
    let programme = try Programme.small(.cash)
    let costs = [full, sample].map { model in
      let trial = Trial(model, model.baseline.with(programme))
      trial.advance(2)
      return trial.costs("cash")
    }
    #expect(costs.map { $0.map(\.quarter) } == [[1], [1]])
    #expect(costs.map { $0.map(\.units) } == [[5000], [5000]])
    // The money grid is 2^-20 of PKR 1,000 for each household.
    let scale = Double(5000 / households)
    let one = (scale * modelMoney(5200) * 1_048_576).rounded(.toNearestOrEven) / 1_048_576
    #expect(costs[0][0].pkr == 1000 * 5000 * modelMoney(5200))
    #expect(costs[1][0].pkr == 1000 * Double(households) * one)
  }

  @Test(
    "a budget for exactly so many packages buys them, and one rupee less buys one fewer",
    arguments: [2016, 2017, 2019, 2021, 2023], [10_000.0, 7777, 333])
  func exactBudgets(year: Int, amount: Double) throws {
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    for packages in [1, 3, 10, 97] {
      for (short, bought) in [(0.0, packages), (1, packages - 1)] {
        for isQuarterly in [false, true] {
          let money = amount * Double(packages) - short
          var programme = try Programme.small(
            total: isQuarterly ? nil : money, quarterly: isQuarterly ? money : nil,
            .make("cash", .cashTransfer(amount: amount, quarters: 1)))
          programme.priceYear = year
          let trial = Trial(model, model.baseline.with(programme), settled: settled)
          trial.advance()
          #expect(trial.served().count == bought, "\(packages) of \(year)")
          #expect(trial.desks[0].account.balance >= 0)
        }
      }
    }
  }

  @Test("the same where simulated households stand for others")
  func exactBudgetsOfSamples() throws {
    let model = try Scenario.small(households: 2500).model()
    let settled = model.settled(replication: 0)
    for year in [2017, 2019, 2023] {
      for packages in [2, 6, 10, 34] {
        var programme = try Programme.small(
          total: 10_000 * Double(packages), .make("cash", .cashTransfer(amount: 10_000, quarters: 1)))
        programme.priceYear = year
        let trial = Trial(model, model.baseline.with(programme), settled: settled)
        trial.advance()
        #expect(2 * trial.served().count == packages, "\(packages) of \(year)")
      }
    }
  }
}
