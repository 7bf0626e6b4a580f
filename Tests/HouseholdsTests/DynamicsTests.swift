import Statistics
import Testing

@testable import Households

/// Durations and the panel against plain loops over the microdata of every quarter.
@Suite struct DynamicsTests {
  private struct Trial {
    let model: Model
    let result: RunResult
    /// The rows of each quarter, by household.
    let quarters: [[Row]]
    let dynamics: HouseholdDynamics

    /// Households of a level, by what they were at the start.
    func members(_ level: GroupLevel) -> [Int] {
      quarters[0].indices.filter { household in
        let row = quarters[0][household]
        switch level.group {
        case "band": return Band(score: Float(row.score)).rawValue == level.level
        case "sex_of_head": return row.sexOfHead == level.level
        case "minority": return row.minority == level.level
        case "settlement_type": return row.settlementType == level.level
        case "district": return row.district == level.level
        default: return true
        }
      }
    }

    func spells(_ event: SpellEvent, _ level: Int) -> [RiskSet] {
      dynamics.spells[
        HouseholdDynamics.position(of: event, groupLevel: level, levels: model.groupLevels.count)]
    }

    func panel(_ measure: String, _ level: Int = 0) throws -> Double {
      let index = try #require(HouseholdDynamics.panelMeasures.firstIndex { $0.name == measure })
      return dynamics.panel[index + HouseholdDynamics.panelMeasures.count * level]
    }
  }

  /// Six years with programmes; households of the three places stand for 4.1, 4.2 and 4.2 real ones or so.
  private static func trial() throws -> Trial {
    var scenario = Scenario.small(households: 1203, years: 6) { $0.initial.minorityShare = 0.1 }
    scenario.programmes = try LedgerTests.everything()
    let model = try scenario.model()
    var records: [HouseholdRecord] = []
    let result = model.run(
      scenario, from: model.settled(replication: 0), replication: 0, observeEvery: 1, microdataAt: Set(0...24),
      record: { records.append($0) })
    let rows = try records.map(Row.init)
    let quarters = (0...24).map { quarter in Array(rows[1203 * quarter..<1203 * (quarter + 1)]) }
    return Trial(model: model, result: result, quarters: quarters, dynamics: try #require(result.dynamics))
  }

  private static func isClose(_ value: Double, _ expected: Double) -> Bool {
    (value.isNaN && expected.isNaN) || (value - expected).magnitude <= 1e-9 * max(1, expected.magnitude)
  }

  @Test("waiting for an exit and for a relapse agrees with plain loops, in all groups")
  func spells() throws {
    let trial = try Self.trial()
    for (index, level) in trial.model.groupLevels.enumerated() {
      var exits = [(waited: Int, isComplete: Bool, weight: Double)]()
      var relapses = exits
      for household in trial.members(level) where !trial.quarters[0][household].isOut {
        let path = trial.quarters.map { $0[household].isOut }
        let weight = trial.quarters[0][household].weight
        let firstOut = path.firstIndex(of: true)
        exits.append((firstOut ?? 24, firstOut != nil, weight))
        guard let exit = firstOut else { continue }
        let relapse = path[exit...].firstIndex(of: false)
        relapses.append(((relapse ?? 24) - exit, relapse != nil, weight))
      }
      for (event, spells) in [(SpellEvent.exit, exits), (.relapse, relapses)] {
        let found = trial.spells(event, index)
        #expect(found.count == spells.map(\.waited).max() ?? 0)
        for (offset, riskSet) in found.enumerated() {
          let waiting = spells.filter { $0.waited > offset }
          let atRisk = waiting.reduce(0) { $0 + $1.weight }
          let events = waiting.filter { $0.isComplete && $0.waited == offset + 1 }.reduce(0) { $0 + $1.weight }
          let squares = waiting.reduce(0) { $0 + $1.weight * $1.weight }
          #expect(Self.isClose(riskSet.atRisk, atRisk) && Self.isClose(riskSet.events, events))
          #expect(Self.isClose(riskSet.effectiveNumber, atRisk * atRisk / squares))
        }
      }
    }
    // There is something to compare.
    #expect(trial.spells(.exit, 0).reduce(0) { $0 + $1.events } > 100)
    #expect(trial.spells(.relapse, 0).reduce(0) { $0 + $1.events } > 20)
  }

  @Test("durable exits up to a quarter are those of the observation, in all groups")
  func durableExits() throws {
    let trial = try Self.trial()
    for (index, level) in trial.model.groupLevels.enumerated() {
      let spells = trial.spells(.durableExit, index)
      let start = Report(trial.model, trial.result.observations[0])
      let all = try start.value("households", level.group, level.level)
      guard let first = spells.first else { continue }
      let outAtStart = try start.value("durably_out", level.group, level.level)
      #expect(Self.isClose(first.atRisk, all * (1 - outAtStart)))
      var events = 0.0
      for (offset, riskSet) in spells.enumerated() {
        events += riskSet.events
        let report = Report(trial.model, trial.result.observations[offset + 1])
        #expect(Self.isClose(events, try report.value("durable_exits", level.group, level.level)))
      }
    }
  }

  @Test("nobody is lost: those at risk are those before less the events")
  func balance() throws {
    let trial = try Self.trial()
    for level in trial.model.groupLevels.indices {
      for event in [SpellEvent.exit, .durableExit] {
        let spells = trial.spells(event, level)
        for (before, after) in zip(spells, spells.dropFirst()) {
          #expect(Self.isClose(after.atRisk, before.atRisk - before.events))
        }
      }
    }
  }

  @Test("the panel agrees with plain sums over waves, in all groups")
  func panel() throws {
    let trial = try Self.trial()
    let waves = stride(from: 0, through: 24, by: 4).map { trial.quarters[$0] }
    for (index, level) in trial.model.groupLevels.enumerated() {
      var (spells, five, components) = (PovertySpells(), PovertySpells(), PovertyComponents())
      // Persons by poverty before and after, over one year and over three.
      var moves = [1: [0.0, 0, 0, 0], 3: [0.0, 0, 0, 0]]
      let members = trial.members(level)
      for household in members {
        let rows = waves.map { $0[household] }
        let poor = rows.map { $0.welfare < 1 }
        let weight = rows[0].weight * rows[0].persons
        spells.add(poorWaves: poor.count { $0 }, of: 7, weight: weight)
        five.add(poorWaves: poor[..<5].count { $0 }, of: 5, weight: weight)
        components.add(welfareRatios: rows.map(\.welfare), weight: weight)
        for years in [1, 3] {
          for wave in years..<7 {
            moves[years]?[(poor[wave - years] ? 0 : 2) + (poor[wave] ? 0 : 1)] += weight
          }
        }
      }
      func expect(_ measure: String, _ expected: Double) throws {
        let found = try trial.panel(measure, index)
        // Gaps lie on a grid of 2^-24 persons.
        #expect((found.isNaN && expected.isNaN) || (found - expected).magnitude < 1e-6, "\(measure) of \(level)")
      }
      try expect("always_poor", spells.always)
      try expect("sometimes_poor", spells.sometimes)
      try expect("never_poor", spells.never)
      try expect("always_poor_five_waves", five.always)
      try expect("never_poor_five_waves", five.never)
      try expect("mean_headcount_ratio", components.total.headcount)
      try expect("chronic_headcount_ratio", components.chronic.headcount)
      try expect("mean_poverty_gap", components.total.gap)
      try expect("chronic_poverty_gap", components.chronic.gap)
      try expect("transient_poverty_gap", components.transient(ofOrder: 1))
      try expect("mean_poverty_severity", components.total.severity)
      try expect("chronic_poverty_severity", components.chronic.severity)
      try expect("transient_poverty_severity", components.transient(ofOrder: 2))
      for (years, suffix) in [(1, ""), (3, "_three_years")] {
        let counts = try #require(moves[years])
        try expect("poverty_entry" + suffix, counts[2] / (counts[2] + counts[3]))
        try expect("poverty_exit" + suffix, counts[1] / (counts[0] + counts[1]))
      }
      let weights = members.map { trial.quarters[0][$0].weight }
      try expect(
        "households_per_simulated", weights.reduce(0) { $0 + $1 * $1 } / weights.reduce(0, +))
    }
  }

  @Test("poverty over waves is the mean of the yearly observations")
  func meansOfObservations() throws {
    let trial = try Self.trial()
    let yearly = trial.result.observations.filter { $0.quarter % 4 == 0 }.map { Report(trial.model, $0) }
    for (measure, observed) in [
      ("mean_headcount_ratio", "headcount_ratio"), ("mean_poverty_gap", "poverty_gap"),
      ("mean_poverty_severity", "poverty_severity"),
    ] {
      let mean = try yearly.reduce(0) { $0 + (try $1.value(observed)) } / Double(yearly.count)
      #expect(Self.isClose(try trial.panel(measure), mean))
    }
  }

  @Test("moves over one and three years agree with plain counts")
  func yearlyMoves() throws {
    let trial = try Self.trial()
    let waves = stride(from: 0, through: 24, by: 4).map { trial.quarters[$0] }
    for matrix in YearlyMatrix.all {
      let levels = matrix.levelNames.count
      var expected = [Double](repeating: 0, count: levels * levels)
      let dimension = Dimension.allCases.firstIndex { $0.name == matrix.dimension }
      func level(_ row: Row) -> Int { dimension.map { row.levels[$0] } ?? (row.welfare < 1 ? 0 : 1) }
      for wave in matrix.years..<7 {
        for (before, after) in zip(waves[wave - matrix.years], waves[wave]) {
          expected[level(after) + levels * level(before)] += after.weight * (dimension == nil ? after.persons : 1)
        }
      }
      let counts = matrix.counts(in: trial.dynamics.yearlyMoves)
      for (count, expected) in zip(counts, expected) { #expect(Self.isClose(count, expected), "\(matrix)") }
    }
  }

  @Test("twentieths average to mean welfare at the start and at the end, and never fall")
  func quantiles() throws {
    let trial = try Self.trial()
    #expect(trial.dynamics.quantiles.map(\.quarter) == [0, 24])
    for quantiles in trial.dynamics.quantiles {
      let rows = trial.quarters[quantiles.quarter].sorted { $0.welfare < $1.welfare }
      let slow = quantileMeans(
        sortedValues: rows.map(\.welfare), weights: rows.map { $0.weight * $0.persons }, count: 20)
      for (mean, expected) in zip(quantiles.means, slow) { #expect(Self.isClose(mean, expected)) }
      let weight = rows.reduce(0) { $0 + $1.weight * $1.persons }
      let mean = rows.reduce(0) { $0 + $1.weight * $1.persons * $1.welfare } / weight
      #expect(Self.isClose(quantiles.means.reduce(0, +) / 20, mean))
    }
  }

  @Test("threads and block sizes change nothing", arguments: [1, 2, 7], [64, 5000])
  func threads(threads: Int, blockSize: Int) throws {
    func described(_ threads: Int, _ blockSize: Int) throws -> String {
      let scenario = Scenario.small(households: 1700, years: 4)
      let model = try scenario.model(threads: threads, blockSize: blockSize)
      let result = model.run(scenario, from: model.settled(replication: 0), replication: 0, observeEvery: 16)
      let dynamics = try #require(result.dynamics)
      return "\(dynamics)"
    }
    #expect(try described(threads, blockSize) == described(1, 1_000_000))
  }
}
