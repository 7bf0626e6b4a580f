import Testing

@testable import Households

/// The course of a run against sums over the households of the microdata and against its transitions.
@Suite struct CourseTests {
  private static func year() throws -> (RunResult, [[Row]]) {
    var scenario = Scenario.small(households: 3700, years: 1)
    scenario.programmes = try LedgerTests.everything()
    let model = try scenario.model()
    var records: [HouseholdRecord] = []
    let result = model.run(
      scenario, from: model.settled(replication: 0), replication: 0, observeEvery: 1, microdataAt: [0, 1, 2, 3, 4],
      record: { records.append($0) })
    let rows = try records.map(Row.init)
    return (result, (0...4).map { quarter in rows.filter { $0.quarter == quarter } })
  }

  private static func isClose(_ value: Double, _ expected: Double) -> Bool {
    (value - expected).magnitude <= 1e-9 * max(1, expected.magnitude)
  }

  @Test("levels, poverty and those out agree with plain sums over households")
  func plainSums() throws {
    let (result, quarters) = try Self.year()
    #expect(result.course.map(\.quarter) == [0, 1, 2, 3, 4])
    for entry in result.course {
      let rows = quarters[entry.quarter]
      func sum(where condition: (Row) -> Bool, _ value: (Row) -> Double = { _ in 1 }) -> Double {
        rows.filter(condition).reduce(0) { $0 + $1.weight * value($1) }
      }
      for dimension in 0..<3 {
        for level in 0..<4 {
          #expect(Self.isClose(entry.levels[level + 4 * dimension], sum { $0.levels[dimension] == level }))
        }
      }
      #expect(Self.isClose(entry.out, sum { $0.levels[0] == 3 && $0.levels[1] >= 2 && $0.levels[2] >= 2 }))
      #expect(Self.isClose(entry.poorHouseholds, sum { $0.welfare < 1 }))
      #expect(Self.isClose(entry.poorPersons, sum(where: { $0.welfare < 1 }) { $0.persons }))
      #expect(Self.isClose(entry.households, sum { _ in true }))
      #expect(Self.isClose(entry.dependent, entry.households - entry.out))
    }
  }

  @Test("moves of all quarters together are those of the transitions")
  func transitions() throws {
    let (result, _) = try Self.year()
    #expect(result.course[0].moves.allSatisfy { $0 == 0 })
    for (index, move) in LevelMove.allCases.enumerated() {
      var expected = 0.0
      for from in 0..<64 {
        for to in 0..<64 {
          let shift = 2 * move.dimension.rawValue
          guard from >> shift & 3 == move.from, to >> shift & 3 == move.to else { continue }
          expected += result.transitions[to + 64 * from]
        }
      }
      #expect(Self.isClose(result.course.reduce(0) { $0 + $1.moves[index] }, expected), "\(move.name)")
    }
  }

  @Test("what is at a level is what was there, plus who came, less who went")
  func balance() throws {
    let (result, _) = try Self.year()
    for (before, after) in zip(result.course, result.course.dropFirst()) {
      for dimension in Dimension.allCases {
        for level in 0..<4 {
          var expected = before.levels[level + 4 * dimension.rawValue]
          for (move, count) in zip(LevelMove.allCases, after.moves) where move.dimension == dimension {
            expected += move.to == level ? count : move.from == level ? -count : 0
          }
          #expect(Self.isClose(after.levels[level + 4 * dimension.rawValue], expected))
        }
      }
    }
  }

  @Test("nobody is durably out who is not out")
  func durablyOut() throws {
    let (result, _) = try Self.year()
    #expect(result.course.allSatisfy { $0.durablyOut <= $0.out })
    #expect(result.course.contains { $0.durablyOut > 0 })
  }

  @Test("names of moves are different and lie in their places")
  func moves() {
    #expect(Set(LevelMove.allCases.map(\.name)).count == 18)
    #expect(LevelMove.allCases[0].name == "bonded_to_tied")
    for (index, move) in LevelMove.allCases.enumerated() {
      let lower = min(move.from, move.to)
      #expect(LevelMove.index(move.dimension, lower: lower, isUp: move.to > move.from) == index)
    }
  }
}
