import Simulation
import Testing

@testable import Households

@Suite("How far a programme comes")
struct ProgrammeReachTests {
  private static func reach(_ programme: Programme, quarters: Int = 8, households: Int? = nil) throws -> ProgrammeReach
  {
    let model = try Scenario.small(households: households).model()
    let trial = Trial(model, model.baseline.with(programme))
    trial.advance(quarters)
    return try #require(trial.desks[0].reach())
  }

  @Test("everybody is eligible, offered, willing, afforded and served where nothing stands against it")
  func everybody() throws {
    let reach = try Self.reach(.small(.cash))
    #expect(
      reach
        == ProgrammeReach(
          programme: "Help", eligible: 5000, barred: 0, offered: 5000, willing: 5000, afforded: 5000, served: 5000))
    // Fewer households stand for as many.
    #expect(try Self.reach(.small(.cash), households: 1000) == reach)
  }

  @Test("it stops where the reason lies")
  func stops() throws {
    func numbers(_ programme: Programme, quarters: Int = 8) throws -> [Double] {
      let reach = try Self.reach(programme, quarters: quarters)
      return [reach.eligible, reach.barred, reach.offered, reach.willing, reach.afforded, reach.served]
    }
    // A package of PKR 5,200: the first of each quarter cannot be paid for.
    #expect(try numbers(.small(until: "2019-Q3", total: 5000, .cash)) == [5000, 0, 1, 1, 0, 0])
    #expect(try numbers(.small(capacity: 0, .cash)) == [5000, 0, 0, 0, 0, 0])
    #expect(try numbers(.small(total: 0, .cash)) == [0, 0, 0, 0, 0, 0])
    #expect(try numbers(.small(target: Targeting(lotteryShare: 0), .cash)) == [0, 0, 0, 0, 0, 0])
    #expect(try numbers(.small(from: "2031-Q1", until: "2031-Q4", .cash)) == [0, 0, 0, 0, 0, 0])
    let refused = Intervention.make("cash", .cashTransfer(amount: 5000, quarters: 1), takeUp: 0)
    #expect(try numbers(.small(refused)) == [5000, 0, 5000, 0, 0, 0])
    let late = Intervention.make("cash", .cashTransfer(amount: 5000, quarters: 1), delay: 12)
    #expect(try numbers(.small(late)) == [5000, 0, 5000, 5000, 5000, 0])
  }

  @Test("some money reaches some: what was offered and could not be paid for is told apart")
  func some() throws {
    // PKR 5,200 in prices of 2019 for a hundred households, and a little that is too little for one more.
    let reach = try Self.reach(.small(total: 520_100, .cash), quarters: 2)
    #expect(reach.afforded == 100 && reach.served == 100)
    #expect(reach.offered == 101 && reach.willing == 101)
  }

  @Test("who takes nothing up costs nothing, and is no household that the money paid for")
  func unwilling() throws {
    let few = Intervention.make("cash", .cashTransfer(amount: 5000, quarters: 1), takeUp: 0.1)
    let reach = try Self.reach(.small(until: "2020-Q4", total: 100, few))
    #expect(reach.willing >= 1 && reach.willing < reach.offered)
    #expect(reach.afforded == 0 && reach.served == 0)
  }

  @Test("who cannot be registered is barred, and told apart from want of places")
  func barred() throws {
    func reach(_ programme: Programme) throws -> ProgrammeReach {
      let model = try Scenario.small { $0.targeting.voicelessRegistration = 0 }.model()
      let settled = model.settled(replication: 0)
      for household in 0..<settled.households {
        let state = settled.state[household]
        settled.state[household] = DependencyState(economic: state.economic, social: state.social, political: 0)
      }
      let trial = Trial(model, model.baseline.with(programme), settled: settled)
      trial.advance(1)
      return try #require(trial.desks[0].reach())
    }
    let all = try reach(.small(.cash))
    #expect(all.eligible == 5000 && all.barred == 5000 && all.offered == 0 && all.willing == 0)
    #expect(try reach(.small(capacity: 0, .cash)).barred == 0)
  }

  @Test("a programme for places alone has no such account")
  func places() throws {
    var programme = try Programme.small()
    programme.community = [CommunityIntervention(name: "rates", kind: .marketRateAnalysis(gain: 0.1, cost: 10))]
    let model = try Scenario.small().model()
    let trial = Trial(model, model.baseline.with(programme))
    trial.advance()
    #expect(trial.desks[0].reach() == nil)
  }

  @Test("a run gives the account of each programme for households, in their order")
  func run() throws {
    let model = try Scenario.small(households: 500).model()
    let scenario = model.baseline.with(
      try .small(named: "One", .cash), try .small(named: "Two", capacity: 0, .cash))
    let result = model.run(scenario, from: model.settled(replication: 1), replication: 1, observeEvery: 4)
    #expect(result.reach.map(\.programme) == ["One", "Two"])
    #expect(result.reach.map(\.served) == [5000, 0])
  }
}
