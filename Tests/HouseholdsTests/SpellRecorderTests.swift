import Simulation
import Statistics
import Testing

@testable import Households

/// Spells along paths made by hand.
@Suite struct SpellRecorderTests {
  private static let out = DependencyState(economic: 3, social: 2, political: 2)
  private static let dependent = DependencyState(economic: 3, social: 2, political: 1)

  /// Takes households along paths, o for out and d for dependent, of which the first letter is the start.
  private static func follow(_ paths: [String], quartersOut: UInt8 = 0) throws -> [[RiskSet]] {
    let model = try Scenario.small(places: [.kasurVillages], households: paths.count).model()
    let population = model.settled(replication: 0)
    func move(to quarter: Int) {
      for (household, path) in paths.enumerated() {
        population.state[household] = Array(path)[quarter] == "o" ? out : dependent
      }
    }
    move(to: 0)
    for (household, path) in paths.enumerated() {
      population.quartersOut[household] = path.first == "o" ? max(1, quartersOut) : 0
    }
    population.startRecords()
    let blocks = Block.partition(groupStarts: population.geography.settlementStarts, size: 1)
    let world = World(population: population, blocks: blocks, team: model.team)
    let schedule = Schedule<World>([.block(Score(parameters: ScoreParameters()))])
    let groups = GroupLayout(places: [.kasurVillages])
    let cells = Column<UInt16>(repeating: 0, count: paths.count)
    let recorder = SpellRecorder(
      population, cells: GroupedCells(groups: groups, weights: [2], cellOfHousehold: cells))
    let quarters = paths[0].count - 1
    for quarter in 1...quarters {
      move(to: quarter)
      schedule.advance(world, blocks, step: quarter, team: model.team)
      recorder.record(population, blocks, quarter: quarter, team: model.team)
    }
    let riskSets = recorder.riskSets(quarters: quarters)
    return SpellEvent.allCases.map {
      riskSets[HouseholdDynamics.position(of: $0, groupLevel: 0, levels: groups.levels.count)]
    }
  }

  @Test("three households, each of which stands for two: exits, a relapse and what is cut off")
  func byHand() throws {
    let spells = try Self.follow(["dddoodooooo", "ddddddddddo", "ddddddddddd"])
    // Exits after 3 and 10 quarters; the third waits to the end.
    #expect(spells[0].map(\.atRisk) == [6, 6, 6, 4, 4, 4, 4, 4, 4, 4])
    #expect(spells[0].map(\.events) == [0, 0, 2, 0, 0, 0, 0, 0, 0, 2])
    #expect(spells[0].map(\.effectiveNumber) == [3, 3, 3, 2, 2, 2, 2, 2, 2, 2])
    // Four quarters out in quarter 9.
    #expect(spells[1].map(\.events) == [0, 0, 0, 0, 0, 0, 0, 0, 2, 0])
    // Out in quarters 3 and 4, back in 5; the exit in the last quarter has not been followed.
    #expect(spells[2].map(\.atRisk) == [2, 2])
    #expect(spells[2].map(\.events) == [0, 2])
  }

  @Test("a first exit and a first relapse count; later ones do not")
  func firstOnly() throws {
    let spells = try Self.follow(["dodododo"])
    #expect(spells[0].map(\.events) == [2])
    #expect(spells[2].map(\.events) == [2])
  }

  @Test("those out at the start are followed to a durable exit only, unless they were durably out")
  func outAtStart() throws {
    let spells = try Self.follow(["oodoooo"], quartersOut: 2)
    #expect(spells[0].isEmpty && spells[2].isEmpty)
    #expect(spells[1].map(\.events) == [0, 0, 0, 0, 0, 2])
    #expect(try Self.follow(["oodoooo"], quartersOut: 4).allSatisfy { $0.isEmpty })
  }
}
