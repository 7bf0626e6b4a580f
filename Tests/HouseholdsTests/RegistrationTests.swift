import Simulation
import Testing

@testable import Households

@Suite struct RegistrationTests {
  /// A quarter in which everybody is offered a package under the usual barriers, and what households were before.
  private static func quarter(
    _ package: Intervention..., prepare: (Population) -> Void = { _ in }
  ) throws -> (trial: Trial, before: [HouseholdState]) {
    let model = try Scenario.small {
      $0.registerAsUsual()
      $0.trade.savingsGoal = 0
      $0.programmes.windfallShare = 1
    }.model()
    let settled = model.settled(replication: 0)
    // A third each are voiceless, clients and aware, whatever else they are.
    for household in 0..<settled.households {
      let state = settled.state[household]
      settled.state[household] = DependencyState(
        economic: state.economic, social: state.social, political: household % 3)
    }
    prepare(settled)
    var programme = try Programme.small()
    programme.package = package
    let trial = Trial(model, model.baseline.with(programme), settled: settled)
    let before = trial.population.householdStates
    trial.advance()
    return (trial, before)
  }

  private static func brokered(_ trial: Trial) -> [Int] {
    trial.served().filter { trial.desks[0].marks[$0].contains(.brokered) }
  }

  @Test("the voiceless are barred and clients brokered with their probabilities, the aware never")
  func probabilities() throws {
    let (trial, before) = try Self.quarter(.make("coach", .coaching(quarters: 1)))
    let served = trial.served()
    func share(_ households: [Int], of political: Int) -> (share: Double, count: Double) {
      let all = Double(before.filter { $0.political == political }.count)
      return (Double(households.filter { before[$0].political == political }.count) / all, all)
    }
    let voiceless = share(served, of: 0)
    #expect((voiceless.share - 0.3).magnitude < 5 * (0.3 * 0.7 / voiceless.count).squareRoot())
    #expect(share(served, of: 1).share == 1 && share(served, of: 2).share == 1)
    let brokered = Self.brokered(trial)
    let clients = share(brokered, of: 1)
    #expect((clients.share - 0.6).magnitude < 5 * (0.6 * 0.4 / clients.count).squareRoot())
    #expect(share(brokered, of: 0).share == 0 && share(brokered, of: 2).share == 0)
    // Who is barred keeps its turn.
    #expect(before.indices.allSatisfy { before[$0].political > 0 || trial.desks[0].offered[$0] >= 0 })
  }

  @Test("the patron takes exactly its cut of cash, assets and deposits, and the programme pays the whole")
  func cut() throws {
    let package = [
      Intervention.make("cash", .cashTransfer(amount: 5000, quarters: 1), cost: 200),
      .make("assets", .assetGrant(amount: 30_000)), .make("savings", .savingsDeposit(amount: 3000)),
    ]
    let (trial, _) = try Self.quarter(package[0], package[1], package[2])
    let (without, _) = try Self.quarter(.make("coach", .coaching(quarters: 1), takeUp: 0))
    let brokered = Set(Self.brokered(trial))
    try #require(brokered.count > 500)
    func left(_ pkr: Double, _ household: Int) -> Double {
      let amount = modelMoney(pkr)
      guard brokered.contains(household) else { return amount }
      return amount - (0.1 * amount * 0x1p20).rounded(.toNearestOrEven) / 0x1p20
    }
    for household in trial.served() {
      let (with, without) = (
        HouseholdState(trial.population, household), HouseholdState(without.population, household)
      )
      #expect(with.promised == left(5000, household))
      #expect(with.assets == without.assets + left(30_000, household))
      #expect(with.savings == left(3000, household))
    }
    let account = trial.desks[0].account
    let served = Double(trial.served().count)
    #expect(account.spentTotal == served * (modelMoney(5200) + modelMoney(30_000) + modelMoney(3000)))
    let captured = [5000.0, 30_000, 3000].reduce(0) { sum, pkr in
      sum + brokered.reduce(0) { $0 + modelMoney(pkr) - left(pkr, $1) }
    }
    #expect(account.capturedTotal == captured)
    #expect(account.benefitTotal == served * (modelMoney(5000) + modelMoney(30_000) + modelMoney(3000)))
    #expect(trial.population.ledgerBreaches().isEmpty)
  }

  @Test("loans, services and matching grants pass the patron by")
  func uncut() throws {
    let (trial, _) = try Self.quarter(
      .make("loan", .softLoan(amount: 9000, terms: LoanTerms(instalments: 4), buysOutDebt: false)),
      .make("coach", .coaching(quarters: 1)),
      .make("match", .matchingGrant(amount: 3000, householdShare: 0)))
    #expect(!Self.brokered(trial).isEmpty)
    #expect(trial.served().allSatisfy { trial.population.loan[$0] == modelMoney(9000) })
    let given = trial.population.total(.assetsGranted) + trial.population.total(.promised)
    #expect(given == Double(trial.served().count) * modelMoney(12_000))
    #expect(trial.desks[0].account.capturedTotal == 0)
  }

  @Test("a conceding patron takes no cut")
  func concession() throws {
    let (trial, _) = try Self.quarter(.cash) { population in
      population.communities.stance.elements.update(repeating: .conceding)
    }
    #expect(!Self.brokered(trial).isEmpty)
    #expect(trial.served().allSatisfy { trial.population.promisedTransfer[$0] == modelMoney(5000) })
  }

  @Test("members of active organisations are registered without barrier or cut, members of dormant ones are not")
  func members() throws {
    for (stage, isOpen) in [(OrganisationStage.active, true), (.dormant, false), (.forming, false)] {
      let (trial, before) = try Self.quarter(.cash) { population in
        population.communities.stage.elements.update(repeating: stage)
        population.standing.elements.update(repeating: .member)
      }
      #expect((trial.served() == Array(before.indices)) == isOpen)
      #expect(Self.brokered(trial).isEmpty == isOpen)
    }
  }

  @Test("later instalments are cut like the first")
  func laterDeliveries() throws {
    let model = try Scenario.small {
      $0.registerAsUsual()
      $0.targeting.brokeredShare = 1
    }.model()
    let settled = model.settled(replication: 0)
    for household in 0..<settled.households {
      settled.state[household] = DependencyState(economic: 1, social: 1, political: 1)
    }
    let programme = try Programme.small(.make("cash", .cashTransfer(amount: 5000, quarters: 3)))
    let trial = Trial(model, model.baseline.with(programme), settled: settled)
    let left = modelMoney(5000) - (0.1 * modelMoney(5000) * 0x1p20).rounded(.toNearestOrEven) / 0x1p20
    for _ in 1...3 {
      trial.advance()
      #expect(trial.population.householdStates.allSatisfy { $0.promised == left })
    }
    let account = trial.desks[0].account
    #expect(account.capturedTotal == 15_000 * (modelMoney(5000) - left))
  }
}
