import Simulation
import Testing

@testable import Households

@Suite struct ProgrammeMeasuresTests {
  private static func value(_ name: String, _ trial: Trial, desk: Int = 0) throws -> Double {
    let position = try #require(Model.programmeMeasures.firstIndex { $0.name == name })
    return trial.desks[desk].measures(trial.population)[position]
  }

  @Test("errors of inclusion and exclusion, by hand", arguments: [5000, 2500])
  func errors(households: Int) throws {
    let scenario = Scenario.small(households: households).with(
      try .small(
        area: Area(district: "Kasur"), until: "2020-Q4", capacity: 400,
        target: Targeting(scoreAtMost: 35, scoreErrorPoints: 8), .make("coach", .coaching(quarters: 1), takeUp: 0.9)))
    let trial = Trial(try scenario.model())
    let weight = Double(5000 / households)
    var (enrolled, notPoor) = (Set<Int>(), 0)
    for _ in 1...8 {
      trial.advance()
      for household in trial.served() where enrolled.insert(household).inserted {
        notPoor += trial.population.welfare[household] >= 1 ? 1 : 0
      }
      let poor = trial.population.households(of: "Kasur").filter { trial.population.welfare[$0] < 1 }
      let leftOut = poor.filter { !enrolled.contains($0) }
      #expect(try Self.value("enrolled", trial) == weight * Double(enrolled.count))
      #expect(try Self.value("inclusion_error", trial) == Double(notPoor) / Double(enrolled.count))
      #expect(try Self.value("exclusion_error", trial) == Double(leftOut.count) / Double(poor.count))
    }
    #expect(notPoor > 0 && notPoor < enrolled.count)
  }

  @Test("four households by hand: two poor of whom one is enrolled, two others of whom one is enrolled")
  func smallCase() throws {
    let model = try Scenario.small().model()
    let trial = Trial(model, model.baseline.with(try .small(target: Targeting(lotteryShare: 0), .cash)))
    let desk = trial.desks[0]
    for household in 0..<trial.population.households { trial.population.welfare[household] = 2 }
    for household in [0, 1] { trial.population.welfare[household] = 0.5 }
    desk.offered[0] = 1
    desk.offered[2] = 1
    #expect(try Self.value("exclusion_error", trial) == 0.5)
    desk.offered[1] = -1
    #expect(try Self.value("exclusion_error", trial) == 0.5)
    desk.offered[1] = 1
    #expect(try Self.value("exclusion_error", trial) == 0)
  }

  @Test("money: spent, balance, leakage, loans outstanding and recovery follow from the books")
  func money() throws {
    var fund = try Programme.small(
      named: "Fund", until: "2020-Q4", total: 9_000_000, capacity: 100,
      .make("loan", .softLoan(amount: 20_000, terms: LoanTerms(instalments: 4), buysOutDebt: false), cost: 600))
    fund.isRevolving = true
    let cash = try Programme.small(named: "Cash", until: "2020-Q4", capacity: 100, .cash)
    let scenario = Scenario.small {
      $0.registerAsUsual()
      $0.trade.defaultProbability = [0.1, 0.1, 0.05, 0.05]
    }.with(fund, cash)
    let trial = Trial(try scenario.model())
    #expect(try Self.value("enrolled", trial) == 0)
    for name in ["inclusion_error", "leakage", "recovery_rate"] { #expect(try Self.value(name, trial).isNaN) }
    trial.advance(8)
    let spent = trial.costs("loan").reduce(0) { $0 + $1.pkr }
    let repaid = -trial.costs("loan repayments").reduce(0) { $0 + $1.pkr }
    #expect(try Self.value("spent", trial) == spent)
    #expect(try Self.value("balance", trial) == 1000 * modelMoney(9_000_000) + repaid - spent)
    let outstanding = trial.population.householdStates.reduce(0) { $0 + $1.loan }
    #expect(try Self.value("loans_outstanding", trial) == 1000 * outstanding)
    let writtenOff = 1000 * trial.population.total(.loansWrittenOff)
    #expect(try Self.value("recovery_rate", trial) == repaid / (repaid + writtenOff))
    #expect(writtenOff > 0)
    #expect(try Self.value("balance", trial, desk: 1).isNaN)
    #expect(try Self.value("leakage", trial).isNaN)
    let brokered = Double(trial.served(1).filter { trial.desks[1].marks[$0].contains(.brokered) }.count)
    let taken = (0.1 * modelMoney(5000) * 0x1p20).rounded(.toNearestOrEven) / 0x1p20
    let leakage = brokered * taken / (Double(trial.served(1).count) * modelMoney(5000))
    #expect(try Self.value("leakage", trial, desk: 1) == leakage)
    #expect(brokered > 0)
  }

  @Test("every observation holds the measures of every programme")
  func observations() throws {
    let scenario = Scenario.small(households: 500, years: 1).with(try .small(.cash), try .small(named: "Two", .cash))
    let model = try scenario.model()
    let result = model.run(scenario, from: model.settled(replication: 0), replication: 0, observeEvery: 2)
    #expect(
      result.observations.map(\.programmeValues.count) == [Int](repeating: 2 * Model.programmeMeasures.count, count: 3))
    #expect(result.observations.map { $0.programmeValues[0] } == [0, 5000, 5000])
    // Whoever is enrolled is not left out.
    #expect(result.observations.map { $0.programmeValues[2] } == [1, 0, 0])
  }
}
