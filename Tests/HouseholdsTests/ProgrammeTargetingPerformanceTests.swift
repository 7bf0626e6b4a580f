import Simulation
import Testing

@testable import Households

/// How well programmes reach the poorest two fifths, against a list of persons.
@Suite("Targeting performance of programmes")
struct ProgrammeTargetingPerformanceTests {
  private static func performance(_ trial: Trial) throws -> Double {
    let position = try #require(Model.programmeMeasures.firstIndex { $0.name == "targeting_performance" })
    return trial.desks[0].measures(trial.population)[position]
  }

  /// Programmes at their start; nobody is enrolled but by hand.
  private static func trial(households: Int, area: Area = Area()) throws -> Trial {
    let model = try Scenario.small(households: households).model()
    return Trial(model, model.baseline.with(try .small(area: area, target: Targeting(lotteryShare: 0), .cash)))
  }

  /// Enrolls those whom a condition holds for, by their rank in the welfare of the area.
  private static func enrol(_ trial: Trial, _ members: [Int], _ condition: (_ rank: Int) -> Bool) -> [Int] {
    let ranked = members.sorted {
      (trial.population.welfare[$0], $0) < (trial.population.welfare[$1], $1)
    }
    for (rank, household) in ranked.enumerated() where condition(rank) { trial.desks[0].offered[household] = 1 }
    return ranked
  }

  @Test("agrees with a list of persons sorted by welfare", arguments: [5000, 2500])
  func slowReference(households: Int) throws {
    let trial = try Self.trial(households: households, area: Area(district: "Kasur"))
    let members = trial.population.households(of: "Kasur")
    // From 30% of the poorest to 13% of the richest, however many they are.
    let ranked = Self.enrol(trial, members) { $0 * 7919 % 1000 < 300 - 170 * $0 / members.count }
    // Welfare after the start does not matter.
    for household in members { trial.population.welfare[household] = 1 }
    // Five of each person, so that the border of two fifths lies between two.
    var persons: [Bool] = []
    for household in ranked {
      let count = Int(trial.population.persons[household]) * 5
      persons += [Bool](repeating: trial.desks[0].offered[household] > 0, count: count)
    }
    let poorest = persons.prefix(persons.count * 2 / 5).filter { $0 }.count
    let expected = Double(poorest) / Double(persons.filter { $0 }.count) / 0.4
    #expect((try Self.performance(trial) - expected).magnitude < 1e-12)
    #expect(expected > 1.05)
  }

  @Test("is 1 where everybody is enrolled, 2.5 where only the poorest are, and undefined where nobody is")
  func bounds() throws {
    let everybody = try Self.trial(households: 1000)
    let members = Array(0..<everybody.population.households)
    #expect(try Self.performance(everybody).isNaN)
    _ = Self.enrol(everybody, members) { _ in true }
    #expect((try Self.performance(everybody) - 1).magnitude < 1e-12)
    let poorest = try Self.trial(households: 1000)
    _ = Self.enrol(poorest, members) { $0 < 200 }
    #expect(try Self.performance(poorest) == 2.5)
    let richest = try Self.trial(households: 1000)
    _ = Self.enrol(richest, members) { $0 > 700 }
    #expect(try Self.performance(richest) == 0)
  }

  @Test("those who took nothing up do not count")
  func declined() throws {
    let trial = try Self.trial(households: 1000)
    let ranked = Self.enrol(trial, Array(0..<trial.population.households)) { $0 < 100 }
    for household in ranked.suffix(300) { trial.desks[0].offered[household] = -1 }
    #expect(try Self.performance(trial) == 2.5)
  }
}
