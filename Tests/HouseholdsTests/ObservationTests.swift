import Testing

@testable import Households

/// What observations say against sums over the households of the microdata.
@Suite struct ObservationTests {
  /// A year with programmes, weighted: three quarters of the households are simulated in no whole proportion.
  private static func year() throws -> (Model, RunResult, [[Row]]) {
    var scenario = Scenario.small(households: 3700, years: 1) { $0.initial.minorityShare = 0.1 }
    scenario.programmes = try LedgerTests.everything()
    let model = try scenario.model()
    var records: [HouseholdRecord] = []
    let result = model.run(
      scenario, from: model.settled(replication: 0), replication: 0, observeEvery: 1, microdataAt: [0, 1, 2, 3, 4],
      record: { records.append($0) })
    let rows = try records.map(Row.init)
    return (model, result, (0...4).map { quarter in rows.filter { $0.quarter == quarter } })
  }

  private static func isClose(_ value: Double, _ expected: Double) -> Bool {
    (value - expected).magnitude <= 1e-6 * expected.magnitude
  }

  private static func mean(_ rows: [Row], byPersons: Bool = false, _ value: (Row) -> Double) -> Double {
    let weights = rows.map { $0.weight * (byPersons ? $0.persons : 1) }
    return zip(rows, weights).reduce(0) { $0 + value($1.0) * $1.1 } / weights.reduce(0, +)
  }

  /// Half the mean difference between all pairs of persons over the mean.
  private static func gini(_ rows: [Row]) -> Double {
    var (difference, total, weight) = (0.0, 0.0, 0.0)
    for first in rows {
      let persons = first.weight * first.persons
      for second in rows {
        difference += persons * second.weight * second.persons * (first.welfare - second.welfare).magnitude
      }
      total += persons * first.welfare
      weight += persons
    }
    return difference / (2 * weight * total)
  }

  private static func members(of level: GroupLevel, _ rows: [Row], atStart: [Row]) -> [Row] {
    rows.filter { row in
      switch level.group {
      case "band": Band(score: Float(atStart[row.household].score)).rawValue == level.level
      case "sex_of_head": row.sexOfHead == level.level
      case "minority": row.minority == level.level
      case "settlement_type": row.settlementType == level.level
      case "district": row.district == level.level
      default: true
      }
    }
  }

  @Test("measures of all groups agree with plain sums over households")
  func plainSums() throws {
    let (model, result, quarters) = try Self.year()
    for observation in result.observations {
      let report = Report(model, observation)
      for level in model.groupLevels {
        let rows = Self.members(of: level, quarters[observation.quarter], atStart: quarters[0])
        func expect(_ measure: String, _ expected: Double) throws {
          let value = try report.value(measure, level.group, level.level)
          #expect(Self.isClose(value, expected), "\(measure) of \(level): \(value) is not \(expected)")
        }
        guard !rows.isEmpty else {
          #expect(try report.value("households", level.group, level.level).isNaN)
          continue
        }
        func gap(_ row: Row) -> Double { max(0, 1 - row.welfare) }
        try expect("households", rows.reduce(0) { $0 + $1.weight })
        try expect("persons", rows.reduce(0) { $0 + $1.weight * $1.persons })
        try expect("headcount_ratio", Self.mean(rows, byPersons: true) { $0.welfare < 1 ? 1 : 0 })
        try expect("poverty_gap", Self.mean(rows, byPersons: true, gap))
        try expect("poverty_severity", Self.mean(rows, byPersons: true) { gap($0) * gap($0) })
        try expect("welfare_ratio", Self.mean(rows, byPersons: true) { $0.welfare })
        try expect("consumption", Self.mean(rows) { $0.consumption })
        try expect("assets", Self.mean(rows) { $0.assets })
        try expect("patron_debt", Self.mean(rows) { $0.debt })
        try expect("indebted", Self.mean(rows) { $0.debt > 0 ? 1 : 0 })
        try expect("score", Self.mean(rows) { $0.score })
        try expect("out_of_dependency", Self.mean(rows) { $0.isOut ? 1 : 0 })
        try expect("trapped", Self.mean(rows) { $0.levels.allSatisfy { $0 <= 1 } ? 1 : 0 })
        for dimension in Dimension.allCases {
          for (number, name) in dimension.levelNames.enumerated() {
            try expect(
              "\(dimension.name)_\(name)", Self.mean(rows) { $0.levels[dimension.rawValue] == number ? 1 : 0 })
          }
        }
        if level.group == "all" || level.group == "district" { try expect("gini", Self.gini(rows)) }
      }
    }
  }

  @Test("dependency is headcount times intensity", arguments: [0.2, 0.5, 0.6667, 1])
  func dependency(cutoff: Double) throws {
    let scenario = Scenario.small(households: 3000, years: 1) { $0.score.dependencyCutoff = cutoff }
    let model = try scenario.model()
    var records: [HouseholdRecord] = []
    let result = model.run(
      scenario, from: model.settled(replication: 0), replication: 0, observeEvery: 4, microdataAt: [4],
      record: { records.append($0) })
    let rows = try records.map(Row.init)
    let dependent = rows.filter { Double($0.dependencies) / 3 >= cutoff }
    let headcount = Self.mean(rows) { Double($0.dependencies) / 3 >= cutoff ? 1 : 0 }
    let intensity = Self.mean(dependent) { Double($0.dependencies) / 3 }
    let report = Report(model, try #require(result.observations.last))
    #expect(Self.isClose(try report.value("dependency_headcount_ratio"), headcount))
    #expect(Self.isClose(try report.value("dependency_intensity"), intensity))
    #expect(Self.isClose(try report.value("adjusted_dependency_headcount_ratio"), headcount * intensity))
  }

  @Test("the levels of every group make up the whole, and FGT falls with its order")
  func partition() throws {
    let (model, result, _) = try Self.year()
    let groups = Set(model.groupLevels.map(\.group))
    #expect(groups == ["all", "band", "sex_of_head", "minority", "settlement_type", "district"])
    for observation in result.observations {
      let report = Report(model, observation)
      for group in groups {
        func total(_ value: (String) throws -> Double) rethrows -> Double {
          try model.groupLevels.filter { $0.group == group }.reduce(0) { sum, level in
            let value = try value(level.level)
            return sum + (value.isNaN ? 0 : value)
          }
        }
        for measure in ["households", "persons", "durable_exits", "exited", "relapsed"] {
          let sum = try total { try report.value(measure, group, $0) }
          #expect(try Self.isClose(sum, report.value(measure)), "\(measure) by \(group)")
        }
        let poor = try total { try report.value("headcount_ratio", group, $0) * report.value("persons", group, $0) }
        #expect(try Self.isClose(poor, report.value("headcount_ratio") * report.value("persons")))
        for level in model.groupLevels where level.group == group {
          let orders = try ["headcount_ratio", "poverty_gap", "poverty_severity"].map {
            try report.value($0, level.group, level.level)
          }
          #expect(orders[0].isNaN || (orders[0] >= orders[1] && orders[1] >= orders[2] && orders[2] >= 0))
        }
      }
    }
  }

  @Test("transitions count every household-quarter, from where it was to where it went")
  func transitions() throws {
    let (_, result, quarters) = try Self.year()
    var expected = [Double](repeating: 0, count: 4096)
    for (before, after) in zip(quarters, quarters.dropFirst()) {
      for (from, to) in zip(before, after) { expected[to.state + 64 * from.state] += from.weight }
    }
    #expect(result.transitions.count == 4096)
    #expect(zip(result.transitions, expected).allSatisfy { ($0 - $1).magnitude < 1e-6 })
    #expect((result.transitions.reduce(0, +) - 4 * 5000).magnitude < 1e-6)
    // No dimension moves more than one level in a quarter.
    for (move, count) in result.transitions.enumerated() where count > 0 {
      let (from, to) = (move / 64, move % 64)
      let steps = [to % 4 - from % 4, to / 4 % 4 - from / 4 % 4, to / 16 - from / 16]
      #expect(steps.allSatisfy { $0.magnitude <= 1 })
    }
  }

  @Test("observations are taken at the start, at the interval and at the end")
  func interval() throws {
    let scenario = Scenario.small(households: 300, years: 2)
    let model = try scenario.model()
    for (every, expected) in [(4, [0, 4, 8]), (3, [0, 3, 6, 8]), (100, [0, 8])] {
      let result = model.run(scenario, from: model.settled(replication: 0), replication: 0, observeEvery: every)
      #expect(result.observations.map(\.quarter) == expected)
      #expect(result.observations.allSatisfy { $0.values.count == model.groupLevels.count * Model.measures.count })
    }
  }
}
