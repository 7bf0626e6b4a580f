import Simulation
import Testing

@testable import Households

/// Records of exits along paths made by hand.
@Suite struct DurableExitTests {
  private static let out = DependencyState(economic: 3, social: 2, political: 2)
  private static let dependent = DependencyState(economic: 3, social: 2, political: 1)
  private static let trapped = DependencyState(economic: 1, social: 0, political: 1)

  /// Takes one household along a path, o for out, d for dependent and t for trapped, and reads its records after each
  /// quarter.
  private static func follow(
    _ path: String, quartersOut: UInt8 = 0
  ) throws -> [(milestones: Milestones, quartersOut: UInt8, durableExits: Double, quartersTrapped: Double)] {
    let model = try Scenario.small(places: [.kasurVillages], households: 1).model()
    let population = model.settled(replication: 0)
    population.quartersOut[0] = quartersOut
    population.startRecords()
    let blocks = Block.partition(groupStarts: population.geography.settlementStarts, size: 1)
    let world = World(population: population, blocks: blocks, team: model.team)
    let schedule = Schedule<World>([.block(Score(parameters: ScoreParameters()))])
    let observer = Observer(
      population, groups: GroupLayout(places: [.kasurVillages]), trade: TradeParameters(), dependencyCutoff: 0.5,
      workers: model.team.count)
    return try path.enumerated().map { index, letter in
      population.state[0] = ["o": out, "d": dependent, "t": trapped][letter] ?? dependent
      schedule.advance(world, blocks, step: index + 1, team: model.team)
      let report = Report(model, observer.observe(population, blocks, quarter: index + 1, team: model.team))
      return (
        population.milestones[0], population.quartersOut[0], try report.value("durable_exits"),
        try report.value("quarters_trapped")
      )
    }
  }

  @Test("an exit is durable after four quarters out, and is counted once")
  func countedOnce() throws {
    let records = try Self.follow("dooodoooooodoooo")
    #expect(records.map(\.quartersOut) == [0, 1, 2, 3, 0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4])
    // One household stands for all 2,400 of the place.
    #expect(records.map { $0.durableExits / 2400 } == [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1])
    #expect(records[0].milestones == [])
    #expect(records[1].milestones == [.exited])
    #expect(records[4].milestones == [.exited, .relapsed])
    #expect(records[8].milestones == [.exited, .relapsed, .madeDurableExit])
  }

  @Test("three quarters out are not durable, however often")
  func neverDurable() throws {
    #expect(try Self.follow("ooodooodooodoood").allSatisfy { $0.durableExits == 0 })
  }

  @Test("who was durably out at the start makes no durable exit")
  func outAtStart() throws {
    let records = try Self.follow("ooodooooo", quartersOut: 4)
    #expect(records.allSatisfy { $0.durableExits == 0 && $0.milestones.contains(.durablyOutAtStart) })
    #expect(records[3].milestones.contains(.relapsed))
    #expect(records[4].milestones.contains(.exited))
  }

  @Test("who had been out for two quarters at the start is durably out after two more")
  func onTheWayAtStart() throws {
    #expect(try Self.follow("ooo", quartersOut: 2).map { $0.durableExits / 2400 } == [0, 1, 1])
  }

  @Test("quarters out are counted up to 255")
  func longTime() throws {
    let records = try Self.follow(String(repeating: "o", count: 300))
    #expect(records.last?.quartersOut == 255)
    #expect(records[254].quartersOut == 255)
    #expect(records.last.map { $0.durableExits } == 2400)
  }

  @Test("quarters in the trap are counted from the start of the run")
  func trap() throws {
    #expect(try Self.follow("tdttod").map(\.quartersTrapped) == [1, 1, 2, 3, 3, 3])
  }
}
