import Simulation
import Testing

@testable import Households

@Suite struct StocktakeTests {
  private static func run() throws -> (trial: Trial, entries: [StocktakeEntry]) {
    var loans = try Programme.small(
      named: "Loans", target: Targeting(lotteryShare: 0.4),
      .make("loan", .softLoan(amount: 9000, terms: LoanTerms(instalments: 4), buysOutDebt: false), cost: 100))
    loans.partner = "Bank"
    var grants = try Programme.small(
      named: "Grants", target: Targeting(lotteryShare: 0.5),
      .make("stipend", .cashTransfer(amount: 1000, quarters: 3), cost: 10))
    grants.partner = "Bank"
    let cash = try Programme.small(
      named: "Cash", area: Area(district: "Kasur"), target: Targeting(lotteryShare: 0.5), .cash)
    let scenario = Scenario.small(households: 2500).with(loans, grants, cash)
    let trial = Trial(try scenario.model())
    trial.advance(8)
    return (trial, trial.partners.stocktake(trial.population))
  }

  private static func council(_ trial: Trial, _ household: Int) -> String {
    let geography = trial.population.geography
    return geography.unionCouncilNames[
      geography.unionCouncilOfSettlement[geography.settlement(ofHousehold: household)]]
  }

  @Test("rows count households, money and overlaps as a plain count of households does")
  func rows() throws {
    let (trial, entries) = try Self.run()
    let received = trial.desks.map { desk in Set(Self.received(desk)) }
    let wholeRows = entries.filter { $0.intervention != "unserved" }
    #expect(Set(wholeRows.map(\.intervention)) == ["soft_loan", "cash_transfer"])
    for entry in wholeRows {
      let desk = entry.intervention == "soft_loan" ? 0 : entry.partner == "Bank" ? 1 : 2
      let households = received[desk].filter { Self.council(trial, $0) == entry.unionCouncil }
      #expect(entry.households == 2 * Double(households.count))
      let other: Set<Int> = [[], received[2], received[1]][desk]
      #expect(entry.overlap == 2 * Double(households.filter { other.contains($0) }.count))
      let cost = [modelMoney(9100), 3 * modelMoney(1010), modelMoney(5200)][desk]
      #expect(entry.pkr == 1000 * 2 * Double(households.count) * cost)
    }
    for partner in ["Bank", "Partner of Cash"] {
      let booked = trial.desks.filter { $0.programme.partner == partner }.reduce(0) { $0 + $1.account.spentTotal }
      let rows = wholeRows.filter { $0.partner == partner }.reduce(0) { $0 + $1.pkr }
      #expect((rows - 1000 * booked).magnitude < 1e-9 * rows)
    }
    #expect(wholeRows.contains { $0.overlap > 0 } && wholeRows.contains { $0.district == "Okara" })
  }

  private static func received(_ desk: ProgrammeDesk) -> [Int] {
    desk.received.elements.indices.filter { desk.received[$0] }
  }

  @Test("work for places is listed by partner with all that was spent on it")
  func workForPlaces() throws {
    var rates = try Programme.small(named: "Rates", area: Area(unionCouncils: ["Kasur UC 1"]), until: "2020-Q4", .cash)
    rates.community = [CommunityIntervention(name: "rates", kind: .marketRateAnalysis(gain: 0.2, cost: 700))]
    var survey = try Programme.small(named: "Survey", until: "2020-Q4")
    survey.community = [
      CommunityIntervention(name: "survey", kind: .povertySurvey(cost: 50, errorPoints: 0, capacityPerQuarter: nil))
    ]
    let trial = Trial(try Scenario.small().with(rates, survey).model())
    trial.advance(8)
    let entries = trial.partners.stocktake(trial.population)
    let rows = ["rates", "survey"].map { name in entries.filter { $0.intervention == name } }
    #expect(rows.map(\.count) == [1, 1])
    #expect(rows[0].map(\.unionCouncil) == ["Kasur UC 1"] && rows[0].map(\.district) == ["Kasur"])
    #expect(rows[1].map(\.unionCouncil) == ["all of its area"] && rows[1].map(\.district) == ["several"])
    for (row, desk) in zip(rows.joined(), [0, 1]) {
      #expect(row.partner == trial.desks[desk].programme.partner && row.households == 0)
      #expect(row.pkr == trial.costs(row.intervention, desk: desk).reduce(0) { $0 + $1.pkr })
    }
    #expect(rows[1][0].pkr == 1000 * 5000 * modelMoney(50))
    let spent = trial.partners.accounts.reduce(0) { $0 + $1.spentTotal }
    #expect((entries.reduce(0) { $0 + $1.pkr } - 1000 * spent).magnitude < 1e-9 * 1000 * spent)
  }

  @Test("each union council has one row with its unmet need, and measures agree")
  func unmetNeed() throws {
    let (trial, entries) = try Self.run()
    let geography = trial.population.geography
    let unserved = entries.filter { $0.intervention == "unserved" }
    #expect(unserved.map(\.unionCouncil) == geography.unionCouncilNames)
    #expect(unserved.allSatisfy { $0.partner.isEmpty && $0.households == 0 && $0.pkr == 0 })
    let served = Set(trial.desks.flatMap(Self.received))
    for entry in unserved {
      let expected = (0..<trial.population.households).filter {
        Self.council(trial, $0) == entry.unionCouncil && trial.population.score[$0] <= 23.5 && !served.contains($0)
      }
      #expect(entry.unmetNeed == 2 * Double(expected.count))
    }
    let model = try trial.scenario.model()
    let result = model.run(trial.scenario, from: model.settled(replication: 0), replication: 0, observeEvery: 8)
    #expect(result.stocktake == entries)
    let report = Report(model, try #require(result.observations.last))
    #expect(try report.value("unmet_need") == unserved.reduce(0) { $0 + $1.unmetNeed } / 5000)
    let overlap = entries.filter { $0.partner == "Bank" }.reduce(0) { $0 + $1.overlap }
    #expect(try report.value("served_twice") == overlap / 5000)
    #expect(overlap > 0)
  }

  @Test("without programmes nobody is served twice, and all the poor are unserved")
  func withoutProgrammes() throws {
    let scenario = Scenario.small(years: 1)
    let model = try scenario.model()
    let settled = model.settled(replication: 0)
    let result = model.run(scenario, from: settled, replication: 0, observeEvery: 4)
    let report = Report(model, try #require(result.observations.first))
    #expect(try report.value("served_twice") == 0)
    let poor = settled.householdStates.filter { $0.score <= 23.5 }.count
    #expect(try report.value("unmet_need") == Double(poor) / 5000 && poor > 0)
    #expect(result.stocktake.allSatisfy { $0.intervention == "unserved" })
    #expect(result.observations.allSatisfy { $0.programmeValues.isEmpty })
  }
}
