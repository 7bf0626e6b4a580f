import Simulation
import Testing

@testable import Households

/// What must not do harm, with the same luck.
@Suite struct DirectionTests {
  private static let quarters = 20

  /// Gives some households assets worth a share of their need, once.
  private static func enrich(_ population: Population, _ share: (Int) -> Double) {
    for household in 0..<population.households {
      population.assets[household] += (share(household) * population.need[household] * 1024).rounded() / 1024
    }
  }

  @Test("more assets never lower consumption later while levels rest", arguments: Regime.allCases)
  func assetsAlone(regime: Regime) throws {
    let model = try Scenario.small(years: 5, regime: regime) { parameters in
      parameters.dependency.coefficients = parameters.dependency.coefficients.map { _ in 0 }
      for move in 0..<Move.count {
        for level in 0..<12 { parameters.dependency.coefficients[level + Feature.count * move] = -30 }
      }
    }.model()
    let settled = model.settled(replication: 0)
    let without = Trial(model, settled: settled)
    let with = Trial(model, settled: settled)
    Self.enrich(with.population) { [0, 0.02, 0.2, 1][$0 % 4] }
    for _ in 1...Self.quarters {
      without.advance()
      with.advance()
      let pairs = zip(with.population.householdStates, without.population.householdStates)
      // Amounts are rounded to the money grid in every quarter.
      #expect(pairs.allSatisfy { $0.consumption >= $1.consumption - 64 * 0x1p-20 })
      #expect(pairs.allSatisfy { $0.assets >= $1.assets - 64 * 0x1p-20 })
    }
  }

  @Test("more assets never lower mean welfare later, at any level", arguments: Regime.allCases)
  func assets(regime: Regime) throws {
    let model = try Scenario.small(years: 5, regime: regime).model()
    let settled = model.settled(replication: 0)
    let levels = settled.householdStates.map { Int($0.state) % 4 }
    let without = Trial(model, settled: settled)
    let with = Trial(model, settled: settled)
    Self.enrich(with.population) { _ in 0.3 }
    for _ in 1...Self.quarters {
      without.advance()
      with.advance()
      for level in 1..<4 {
        var gain = 0.0
        for (household, pair) in zip(with.population.householdStates, without.population.householdStates).enumerated()
        where levels[household] == level {
          gain += Double(pair.0.welfare) - Double(pair.1.welfare)
        }
        #expect(gain > 0, "level \(level), quarter \(with.quarter)")
      }
    }
  }

  @Test(
    "a loan free of interest never lowers mean consumption over its term and two years",
    arguments: Regime.allCases, [(28_000.0, 4), (28_000, 8), (100_000, 6), (10_000, 12)])
  func loans(regime: Regime, loan: (amount: Double, instalments: Int)) throws {
    let model = try Scenario.small(years: 5, regime: regime) { $0.programmes.loanCoverage = 1 }.model()
    let settled = model.settled(replication: 0)
    let programme = try Programme.small(
      .make(
        "loan", .softLoan(amount: loan.amount, terms: LoanTerms(instalments: loan.instalments), buysOutDebt: false)))
    let without = Trial(model, settled: settled)
    let with = Trial(model, model.baseline.with(programme), settled: settled)
    var (consumed, consumedWithout) = (0.0, 0.0)
    for _ in 1...(loan.instalments + 8) {
      without.advance()
      with.advance()
      consumed += with.population.householdStates.reduce(0) { $0 + $1.consumption }
      consumedWithout += without.population.householdStates.reduce(0) { $0 + $1.consumption }
    }
    let borrowers = with.served().count
    #expect(borrowers > 0)
    #expect(
      consumed >= consumedWithout, "\(borrowers) borrowers, \((consumed / consumedWithout - 1) * 100)% of consumption")
  }

  @Test("the returns that must carry a loan keep it from those with most assets")
  func takers() throws {
    let model = try Scenario.small(years: 2, regime: .convergence) { $0.programmes.loanCoverage = 1 }.model()
    let programme = try Programme.small(
      .make("loan", .softLoan(amount: 28_000, terms: LoanTerms(instalments: 8), buysOutDebt: false)))
    let trial = Trial(model, model.baseline.with(programme))
    let settled = model.settled(replication: 0)
    trial.advance()
    let borrowers = Set(trial.served())
    let ratio = { (household: Int) in settled.assets[household] / settled.need[household] }
    let taking = borrowers.reduce(0) { $0 + ratio($1) } / Double(max(1, borrowers.count))
    let others = Set(0..<settled.households).subtracting(borrowers)
    #expect(borrowers.count > 0 && others.count > 0)
    #expect(taking < others.reduce(0) { $0 + ratio($1) } / Double(max(1, others.count)))
  }

  @Test("interest keeps households from taking a loan")
  func interest() throws {
    let model = try Scenario.small(years: 2, regime: .convergence) { $0.programmes.loanCoverage = 1 }.model()
    let counts = try [0, 0.2, 0.6, 2].map { interest in
      let programme = try Programme.small(
        .make(
          "loan",
          .softLoan(
            amount: 28_000, terms: LoanTerms(instalments: 8, interestPerYear: interest), buysOutDebt: false)))
      let trial = Trial(model, model.baseline.with(programme))
      trial.advance()
      return trial.served().count
    }
    #expect(counts == counts.sorted(by: >) && counts[0] > counts[2])
  }
}
