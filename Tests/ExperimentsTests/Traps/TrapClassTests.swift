import MarkovChains
import Testing

@testable import Experiments
@testable import Households

@Suite("Classes of joint states")
struct TrapClassTests {
  /// Voiceless and client, who never get farther; and the best but one, from where the best is entered and left.
  /// - Parameter leak: households of a thousand that move from there to the voiceless.
  /// - Returns: the counts.
  private static func moves(leak: Double = 0) -> [Double] {
    TrapEvidence.moves([
      (0, 16, 500), (16, 0, 500), (0, 0, 1000), (16, 16, 1000), (62, 63, 30), (62, 62, 970 - leak), (62, 0, leak),
      (63, 62, 5), (63, 63, 995),
    ])
  }

  private static func study(_ moves: [[Double]]) throws -> TrapStudy {
    try TrapStudy([DependencyEvidence(scenarioName: "Parted", content: .moves(moves))])
  }

  @Test("every household-quarter belongs to a class, and the class that nobody leaves is a trap without a door")
  func parted() throws {
    let study = try Self.study([Self.moves()])
    let analysis = study.scenarios[0]
    #expect(analysis.classes.map(\.kind) == [.withoutDoor, .wayOut])
    #expect(analysis.classes.map { $0.states.map(\.index) } == [[0, 16], [62, 63]])
    #expect(analysis.classes.map(\.share) == [0.6, 0.4])
    #expect(analysis.classes.map(\.shareOut) == [0, 0.5])
    #expect(analysis.classes.map(\.chanceOfExit) == [0, 1])
    // 3,000 household-quarters over the least move of 5: 1 - 0.05^(1/600).
    #expect((analysis.classes[0].unseenChance - 0.0049804434).magnitude < 1e-9)
    #expect((analysis.shareOut - 0.2).magnitude < 1e-15)
    func value(_ quantity: TrapQuantity) -> Double { study.estimate(quantity, scenario: 0).mean }
    // The mean time of those who can: (1/a + 1 + q + q^2) / q^3, as of the class by itself.
    let stay = 0.995
    let expected = (1 / 0.03 + 1 + stay + stay * stay) / (stay * stay * stay)
    #expect((value(.quartersToExit) / expected - 1).magnitude < 1e-12)
    #expect((value(.exitEver) - 0.25).magnitude < 1e-15)
    #expect((value(.exitWithin(quarters: 4)) - 0.25 * 0.03 * stay * stay * stay).magnitude < 1e-15)
    #expect((value(.outInTheLongRun) - 0.4 * 6 / 7).magnitude < 1e-12)
    #expect(value(.halfLife) == .infinity)
    let states = Dictionary(uniqueKeysWithValues: analysis.states.map { ($0.state.index, $0) })
    #expect(states[0]?.quartersToExit == .infinity && states[0]?.exitEver == 0 && states[62]?.exitEver == 1)
    #expect(analysis.passageTimes[0 + 4 * 2] == .infinity)
    // Doors of those who can get out: what is closed to the others is no door.
    let climb = value(.opening(Door(dimension: .economic, from: 2, to: 3)))
    #expect(climb < -0.05 && climb > -0.1)
    #expect(value(.opening(Door(dimension: .political, from: 0, to: 1))) == 0)
  }

  @Test("where some are lost on the way, times are those of the others, by steps as by equations")
  func lost() throws {
    let study = try Self.study([Self.moves(leak: 20)])
    let analysis = study.scenarios[0]
    #expect(analysis.classes.map(\.kind) == [.withoutDoor, .wayOut])
    #expect(!analysis.isExitSure && analysis.hasWayOut)
    // Step by step from 62: the share out for so many quarters, and who has made an exit when.
    var (inside, out) = (1.0, [0.0, 0, 0])
    var (made, time) = (0.0, 0.0)
    for quarter in 1...20_000 {
      let exits = out[2] * 0.995
      made += exits
      time += exits * Double(quarter)
      let next = inside * 0.95 + out.reduce(0, +) * 0.005
      out = [inside * 0.03, out[0] * 0.995, out[1] * 0.995]
      inside = next
    }
    func value(_ quantity: TrapQuantity) -> Double { study.estimate(quantity, scenario: 0).mean }
    #expect((value(.quartersToExit) / (time / made) - 1).magnitude < 1e-10)
    #expect((value(.exitEver) / (0.25 * made) - 1).magnitude < 1e-10)
    #expect((analysis.classes[1].chanceOfExit / made - 1).magnitude < 1e-10)
    #expect(value(.outInTheLongRun) == 0)
    #expect(value(.opening(Door(dimension: .economic, from: 2, to: 3))).isNaN)
  }

  @Test("states that are left for a trap without a door alone are no way out, nor a trap themselves")
  func leadingIntoTrap() throws {
    var moves = Self.moves()
    moves[0 + 64 * 5] = 50
    moves[5 + 64 * 5] = 450
    let classes = try Self.study([moves]).scenarios[0].classes
    #expect(classes.map(\.kind) == [.withoutDoor, .wayOut, .leadsIntoTrap])
    #expect((classes.reduce(0) { $0 + $1.share } - 1).magnitude < 1e-15)
    #expect(classes[0].unseenChance > 0 && classes[2].unseenChance.isNaN)
  }

  @Test("a class that was left for a class seldom seen is one trap with it, and all shares sum to 1")
  func seldomSeen() throws {
    var moves = Self.moves()
    moves[5 + 64 * 5] = 20
    moves[5 + 64 * 0] = 10
    let analysis = try Self.study([moves]).scenarios[0]
    let classes = analysis.classes
    #expect(classes.map(\.kind) == [.withoutDoor, .wayOut])
    #expect(classes[0].states.map(\.index) == [0, 5, 16])
    #expect(classes[0].chanceOfExit == 0 && classes[0].unseenChance > 0)
    #expect((classes.reduce(0) { $0 + $1.share } - 1).magnitude < 1e-15)
    // Of all 5,030 household-quarters, not of those in the states kept.
    #expect((analysis.shareOut - 1000.0 / 5030).magnitude < 1e-15)
  }

  @Test("where nothing else was seen than states left for some seldom seen, no exit is denied and none promised")
  func nothingKnown() throws {
    let study = try Self.study([TrapEvidence.moves([(0, 0, 9970), (0, 63, 20), (63, 63, 60)])])
    let analysis = study.scenarios[0]
    #expect(analysis.classes.map(\.kind) == [.leadsToSeldomSeen, .seldomSeen])
    #expect(!analysis.isEndKnown && !analysis.hasWayOut)
    #expect((analysis.shareOut - 60.0 / 10_050).magnitude < 1e-15)
    for quantity in [TrapQuantity.quartersToExit, .exitEver, .exitWithin(quarters: 20), .outInTheLongRun, .halfLife] {
      #expect(study.estimate(quantity, scenario: 0).mean.isNaN, "\(quantity)")
    }
    #expect(analysis.states.allSatisfy { $0.exitEver.isNaN && $0.quartersToExit.isNaN })
  }

  @Test("a great class that is left for states seldom seen, none of them out, is one trap with them")
  func trapWithSmallEnds() throws {
    // 5,000 household-quarters about state 1 and 2, from which one went to state 0 and stayed; as many about 5 and 63.
    let study = try Self.study([
      TrapEvidence.moves([
        (1, 1, 2000), (1, 2, 500), (2, 1, 500), (2, 2, 1990), (2, 0, 1), (0, 0, 9),
        (5, 5, 2000), (5, 63, 500), (63, 5, 500), (63, 63, 2000),
      ])
    ])
    let analysis = study.scenarios[0]
    let trap = try #require(analysis.classes.first { $0.kind == .withoutDoor })
    #expect(analysis.classes.count == 2 && analysis.classes.contains { $0.kind == .wayOut })
    #expect(trap.states.map(\.index) == [0, 1, 2])
    #expect((trap.share - 0.5).magnitude < 1e-15 && trap.unseenChance > 0)
    #expect((study.estimate(.exitEver, scenario: 0).mean - 2500.0 / 7500).magnitude < 1e-12)
  }

  @Test("a class left for a trap and for states seldom seen keeps its place in the chain")
  func mixedEnds() throws {
    let moves = TrapEvidence.moves([(0, 0, 980), (0, 5, 19), (0, 9, 1), (5, 5, 900), (9, 9, 20)])
    let classes = try Self.study([moves]).scenarios[0].classes
    #expect(classes.map(\.kind) == [.leadsIntoTrap, .withoutDoor, .seldomSeen])
  }

  @Test("whoever can only end with an exit has a chance of exactly 1, whatever shares round to")
  func exactChances() throws {
    // Twelve ways from the state below, all out of it in thirds and sevenths, beside one class that may be lost.
    var counts: [(from: Int, to: Int, count: Double)] = [
      (0, 0, 5000), (1, 1, 900), (1, 0, 30), (1, 63, 70), (47, 47, 4000), (63, 47, 300), (63, 63, 700),
    ]
    let out = JointState.all.filter { $0.isOut && $0.index != 47 && $0.index != 63 }.map(\.index)
    for from in 2..<14 {
      counts.append((from, from, Double(100 + 7 * from)))
      for to in 2..<14 where to != from { counts.append((from, to, Double(1 + (from * to) % 11))) }
      counts.append((from, 63, Double(3 + from % 3)))
      counts.append((from, 47, Double(1 + from % 5)))
      for to in out { counts.append((from, to, Double(2 + (from + to) % 7))) }
    }
    for from in out { counts += [(from, 63, 700), (from, 47, 300), (from, from, 900)] }
    let analysis = try Self.study([TrapEvidence.moves(counts)]).scenarios[0]
    #expect(!analysis.isExitSure)
    let chances = Dictionary(uniqueKeysWithValues: analysis.states.map { ($0.state.index, $0.exitEver) })
    for state in Array(2..<14) + out + [47, 63] { #expect(chances[state] == 1, "\(state)") }
    #expect((chances[1] ?? 0) > 0.69 && (chances[1] ?? 1) < 0.71)
    #expect(analysis.classes.filter { $0.states.contains { $0.index == 2 } }.allSatisfy { $0.chanceOfExit == 1 })
  }

  @Test("times are held against each other only where all make an exit in both scenarios")
  func comparableTimes() throws {
    func evidence(_ name: String, leak: Double) -> DependencyEvidence {
      DependencyEvidence(
        scenarioName: name, content: .moves(Array(repeating: Self.moves(leak: leak), count: 3)))
    }
    let study = try TrapStudy([evidence("Parted", leak: 0), evidence("Leaking", leak: 20)])
    #expect(study.difference(.quartersToExit, scenario: 1).mean.isNaN)
    #expect(study.difference(.deviationOfQuartersToExit, scenario: 1).mean.isNaN)
    #expect(study.difference(.exitEver, scenario: 1).mean < 0)
    #expect(study.estimate(.quartersToExit, scenario: 1).mean > 0)
  }

  @Test("households whose states lead to no exit in another scenario need no 0 quarters there")
  func otherStates() throws {
    let first = TrapEvidence.moves([(0, 0, 900), (0, 63, 100), (63, 0, 100), (63, 63, 900)])
    // The states of the first are a trap here (0), or were not seen at all.
    let lost = TrapEvidence.moves([(0, 0, 1000), (1, 1, 500), (1, 63, 1), (63, 63, 450)])
    let unseen = TrapEvidence.moves([(1, 1, 500), (1, 63, 1), (63, 63, 450)])
    let study = try TrapStudy([
      DependencyEvidence(scenarioName: "One", content: .moves([first])),
      DependencyEvidence(scenarioName: "Lost", content: .moves([lost])),
      DependencyEvidence(scenarioName: "Unseen", content: .moves([unseen])),
    ])
    for scenario in 1...2 {
      #expect(study.scenarios[scenario].hasWayOut)
      #expect(study.estimate(.quartersToExit, scenario: scenario).mean.isNaN)
      #expect(study.estimate(.deviationOfQuartersToExit, scenario: scenario).mean.isNaN)
    }
    #expect(study.estimate(.exitEver, scenario: 1).mean == 0)
    #expect(study.estimate(.exitEver, scenario: 2).mean.isNaN)
    #expect(study.estimate(.exitWithin(quarters: 40), scenario: 2).mean.isNaN)
  }

  @Test("where a single replication decides which classes there are, nothing of the scenario has an interval")
  func changing() throws {
    let whole = try Self.study([Self.moves(), Self.moves(), Self.moves()])
    #expect(whole.changingReplications == [0])
    #expect(whole.estimate(.quartersToExit, scenario: 0).hasInterval)
    // That the moves leave no doubt of it says nothing of how far it may be off.
    #expect(!whole.estimate(.outInTheLongRun, scenario: 0).mean.isNaN)
    let changing = try Self.study([Self.moves(), Self.moves(leak: 20), Self.moves()])
    #expect(changing.changingReplications == [1])
    #expect(changing.quantities.allSatisfy { !changing.estimate($0, scenario: 0).hasInterval })
  }

  @Test("a chain in which all are out has nobody who must get out")
  func allOut() throws {
    let study = try Self.study([TrapEvidence.moves([(63, 47, 500), (47, 63, 500)])])
    #expect(study.scenarios[0].classes.map(\.kind) == [.wayOut])
    #expect(study.scenarios[0].classes[0].chanceOfExit.isNaN && !study.scenarios[0].hasWayOut)
    #expect(study.estimate(.exitEver, scenario: 0).mean.isNaN)
  }
}
