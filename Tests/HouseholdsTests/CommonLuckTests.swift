import Testing

@testable import Households

/// Households that a change does not reach live the same lives with and without it.
@Suite struct CommonLuckTests {
  private static let quarters = 8

  @Test("a programme without money changes nothing")
  func zeroBudget() throws {
    let scenario = Scenario.small()
    let model = try scenario.model()
    let without = RunPrint(model, scenario)
    var withTotal = try LedgerTests.everything()
    var withQuarterly = withTotal
    for index in withTotal.indices {
      withTotal[index].totalBudget = 0
      withQuarterly[index].quarterlyBudget = 0
    }
    for programmes in [withTotal, withQuarterly] {
      var poor = scenario
      poor.programmes = programmes
      let printed = RunPrint(model, poor)
      #expect(printed.observations == without.observations)
      #expect(printed.transitions == without.transitions)
      #expect(printed.records == without.records)
      #expect(printed.costs.isEmpty)
    }
  }

  @Test("a second programme in another district does not touch the first")
  func otherDistrict() throws {
    let first = try Programme.small(
      named: "First", area: Area(district: "Kasur"), until: "2020-Q4", capacity: 200,
      target: Targeting(lotteryShare: 0.7),
      .cash, .make("awareness", .awarenessTraining(gain: 0.5), takeUp: 0.6))
    let second = try Programme.small(
      named: "Second", area: Area(district: "Okara"), until: "2020-Q4",
      .make("assets", .assetGrant(amount: 40_000)), .make("coach", .coaching(quarters: 4)))
    let model = try Scenario.small().model()
    let alone = Trial(model, model.baseline.with(first))
    let both = Trial(model, model.baseline.with(first, second))
    let kasur = alone.population.households(of: "Kasur")
    for _ in 1...Self.quarters {
      alone.advance()
      both.advance()
      let (left, right) = (alone.population.householdStates, both.population.householdStates)
      #expect(kasur.allSatisfy { left[$0] == right[$0] }, "quarter \(alone.quarter)")
      #expect(left != right)
    }
    #expect(alone.desks[0].account.costs == both.desks[0].account.costs)
  }

  @Test("the order of programmes that do not compete changes nobody")
  func order() throws {
    let cash = try Programme.small(
      named: "Cash", until: "2020-Q2", capacity: 300, target: Targeting(order: .random), .cash)
    let loans = try Programme.small(
      named: "Loans", until: "2019-Q4", target: Targeting(scoreAtMost: 35, scoreErrorPoints: 4),
      .make("loan", .softLoan(amount: 20_000, terms: LoanTerms(instalments: 5), buysOutDebt: false), takeUp: 0.5))
    let classes = try Programme.small(
      named: "Classes", until: "2020-Q4", capacity: 100, target: Targeting(femaleHead: true),
      .make("awareness", .awarenessTraining(gain: 0.4), completion: 0.8))
    let model = try Scenario.small().model()
    let one = Trial(model, model.baseline.with(cash, loans, classes))
    let other = Trial(model, model.baseline.with(classes, cash, loans))
    for _ in 1...Self.quarters {
      one.advance()
      other.advance()
      var (left, right) = (one.population.householdStates, other.population.householdStates)
      // The lender is known by its position in the scenario.
      for household in left.indices { (left[household].lender, right[household].lender) = (0, 0) }
      #expect(left == right, "quarter \(one.quarter)")
      #expect(one.population.settlementStates == other.population.settlementStates)
    }
    #expect(one.desks[0].account.costs == other.desks[1].account.costs)
    #expect(one.desks[1].account.costs == other.desks[2].account.costs)
    #expect(one.desks[2].account.costs == other.desks[0].account.costs)
  }

  @Test("leaving one household out leaves the luck of all others alone")
  func exclusion() throws {
    let model = try Scenario.small { $0.patrons.feedback = 0 }.model()
    let excluded = 1234
    var programme = try Programme.small(
      until: "2020-Q4", .make("cash", .cashTransfer(amount: 9000, quarters: 4), takeUp: 1),
      .make("assets", .assetGrant(amount: 30_000), delay: 1),
      .make("awareness", .awarenessTraining(gain: 0.9), takeUp: 0.9, completion: 0.9))
    let all = Trial(model, model.baseline.with(programme))
    programme.targeting.excludedHouseholds = [excluded]
    let others = Trial(model, model.baseline.with(programme))
    for _ in 1...Self.quarters {
      all.advance()
      others.advance()
      let (left, right) = (all.population.householdStates, others.population.householdStates)
      let differing = left.indices.filter { left[$0] != right[$0] }
      #expect(differing == [excluded], "quarter \(all.quarter)")
    }
  }

  @Test("programmes of another name have other luck")
  func names() throws {
    let model = try Scenario.small().model()
    func served(_ name: String) throws -> Set<Int> {
      let programme = try Programme.small(named: name, target: Targeting(lotteryShare: 0.5), .cash)
      let trial = Trial(model, model.baseline.with(programme))
      trial.advance()
      return Set(trial.served())
    }
    let (first, again, renamed) = (try served("First"), try served("First"), try served("Renamed"))
    #expect(first == again)
    // Two independent lotteries of one half agree in a quarter of all households.
    let households = Double(model.settled(replication: 0).households)
    let both = Double(first.intersection(renamed).count) / households
    #expect((both - 0.25).magnitude < 5 * (0.25 * 0.75 / households).squareRoot())
  }

  @Test("luck belongs to the household and not to the parameters of others")
  func parameters() throws {
    let baseline = Scenario.small { $0.patrons.feedback = 0 }
    let model = try baseline.model()
    let usual = Trial(model)
    let other = Trial(model, baseline.changing { $0.shocks.elderlyIllnessProbability = 0.5 })
    for _ in 1...4 {
      usual.advance()
      other.advance()
    }
    let (left, right) = (usual.population.householdStates, other.population.householdStates)
    let elderly = Traits.elderlyMember.rawValue
    #expect(left.indices.allSatisfy { left[$0].traits & elderly != 0 || left[$0] == right[$0] })
    #expect(left != right)
  }
}
