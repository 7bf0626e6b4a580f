import Simulation
import Testing

@testable import Households

/// Who changed between two futures, against sums over the households of the microdata.
@Suite("Who changed")
struct EndStateTests {
  /// What a scenario and its baseline leave behind after two years.
  private struct Pair {
    let model: Model
    let attribution: [Double]
    let baseline: RunResult
    let scenario: RunResult
    /// The households at the start and at the end of the baseline, and at the end of the scenario.
    let start, without, with: [Row]
    /// Those that have received something in the baseline or in the scenario.
    let served: Set<Int>
    /// Those that have received something in the scenario.
    let servedByScenario: Set<Int>

    func value(_ measure: String, _ treatment: String = "all", level: Int = 0) throws -> Double {
      attribution[
        EndState.position(
          groupLevel: level, treatment: try #require(EndState.treatments.firstIndex(of: treatment)),
          measure: try #require(EndState.measures.firstIndex { $0.name == measure }))]
    }
  }

  private static func pair(
    threads: Int = 2, _ programmes: [Programme], against others: [Programme] = []
  ) throws -> Pair {
    var baseline = Scenario.small(households: 3700)
    baseline.programmes = others
    var scenario = baseline
    scenario.programmes = programmes
    let model = try baseline.model(threads: threads)
    let settled = model.settled(replication: 1)
    var records: [[HouseholdRecord]] = []
    let results = [baseline, scenario].map { scenario in
      var kept: [HouseholdRecord] = []
      let result = model.run(
        scenario, from: settled, replication: 1, observeEvery: 8, microdataAt: [0, 8], record: { kept.append($0) })
      records.append(kept)
      return result
    }
    let served = try records.map { records in
      try records.filter { $0.quarter == 8 }.filter { record in
        guard case .text(let programmes) = try #require(record.cells.last) else { return false }
        return !programmes.isEmpty
      }.map { try Row($0).household }
    }
    let (end, other) = (try #require(results[1].endState), try #require(results[0].endState))
    let rows = try records.map { try $0.map(Row.init) }
    return Pair(
      model: model, attribution: end.attribution(against: other), baseline: results[0], scenario: results[1],
      start: rows[0].filter { $0.quarter == 0 }, without: rows[0].filter { $0.quarter == 8 },
      with: rows[1].filter { $0.quarter == 8 }, served: Set(served.joined()), servedByScenario: Set(served[1]))
  }

  private static func offers() throws -> [Programme] {
    [
      try .small(
        named: "Assets", area: Area(district: "Kasur"), target: Targeting(lotteryShare: 0.3),
        .make("assets", .assetGrant(amount: 200_000))),
      try .small(
        named: "Classes", until: "2019-Q4", target: Targeting(femaleHead: true),
        .make("awareness", .awarenessTraining(gain: 0.6))),
    ]
  }

  private static func isClose(_ value: Double, _ expected: Double) -> Bool {
    (value - expected).magnitude <= 1e-9 * max(1, expected.magnitude)
  }

  private static func isMember(_ level: GroupLevel, _ row: Row, atStart: Row) -> Bool {
    switch level.group {
    case "band": Band(score: Float(atStart.score)).rawValue == level.level
    case "sex_of_head": row.sexOfHead == level.level
    case "minority": row.minority == level.level
    case "settlement_type": row.settlementType == level.level
    case "district": row.district == level.level
    default: true
    }
  }

  @Test("all values of all groups agree with plain sums over households", arguments: [false, true])
  func plainSums(baselineHasProgrammes: Bool) throws {
    let offers = try Self.offers()
    let pair = try baselineHasProgrammes ? Self.pair([offers[0]], against: [offers[1]]) : Self.pair(offers)
    #expect(pair.attribution.count == pair.model.groupLevels.count * 3 * EndState.measures.count)
    for (level, group) in pair.model.groupLevels.enumerated() {
      for treatment in EndState.treatments {
        let households = pair.with.indices.filter { index in
          let row = pair.with[index]
          return Self.isMember(group, row, atStart: pair.start[index])
            && (treatment == "all" || pair.served.contains(row.household) == (treatment == "treated"))
        }
        func weight(_ condition: (_ with: Row, _ without: Row) -> Bool = { _, _ in true }) -> Double {
          households.filter { condition(pair.with[$0], pair.without[$0]) }.reduce(0) { $0 + pair.with[$1].weight }
        }
        func effect(_ index: Int) -> Double { pair.with[index].welfare - pair.without[index].welfare }
        func expect(_ measure: String, _ expected: Double) throws {
          let value = try pair.value(measure, treatment, level: level)
          #expect(
            expected.isNaN ? value.isNaN : Self.isClose(value, expected),
            "\(measure) of \(treatment) \(group): \(value) is not \(expected)")
        }
        try expect("households", weight())
        try expect("out_in_both", weight { $0.isOut && $1.isOut })
        try expect("out_only_with", weight { $0.isOut && !$1.isOut })
        try expect("out_only_without", weight { !$0.isOut && $1.isOut })
        try expect("out_in_neither", weight { !$0.isOut && !$1.isOut })
        let total = households.reduce(0) { $0 + pair.with[$1].weight * effect($1) }
        try expect("welfare_effect", total / weight())
        let classes: [(String, (Double) -> Bool)] = [
          ("large_loss", { $0 < -0.2 }), ("moderate_loss", { $0 >= -0.2 && $0 < -0.05 }),
          ("small_loss", { $0 >= -0.05 && $0 < 0 }), ("no_effect", { $0 == 0 }),
          ("small_gain", { $0 > 0 && $0 <= 0.05 }), ("moderate_gain", { $0 > 0.05 && $0 <= 0.2 }),
          ("large_gain", { $0 > 0.2 }),
        ]
        for (name, isInClass) in classes {
          let share = households.filter { isInClass(effect($0)) }.reduce(0) { $0 + pair.with[$1].weight } / weight()
          try expect(name, share)
        }
      }
    }
    // The programmes have done something, to those they served and to others.
    #expect(try pair.value("out_only_with", "treated") > 0)
    #expect(try pair.value("no_effect", "untreated") < 1)
  }

  @Test("somebody whom only the baseline has served is treated")
  func servedByBaseline() throws {
    let offers = try Self.offers()
    let pair = try Self.pair([offers[0]], against: [offers[1]])
    #expect(pair.served.count > pair.servedByScenario.count)
    let weight = pair.with.filter { pair.served.contains($0.household) }.reduce(0) { $0 + $1.weight }
    #expect(Self.isClose(try pair.value("households", "treated"), weight))
  }

  @Test("outcomes and treatments make up the whole, shares sum to 1")
  func invariants() throws {
    let pair = try Self.pair(Self.offers())
    let classes = EndState.measures.suffix(7).map(\.name)
    for level in pair.model.groupLevels.indices {
      for treatment in EndState.treatments {
        func value(_ measure: String) throws -> Double { try pair.value(measure, treatment, level: level) }
        let outcomes = try ["out_in_both", "out_only_with", "out_only_without", "out_in_neither"].map(value)
        #expect(Self.isClose(outcomes.reduce(0, +), try value("households")))
        guard try value("households") > 0 else { continue }
        #expect(Self.isClose(try classes.map(value).reduce(0, +), 1))
      }
      for measure in EndState.measures.prefix(7).map(\.name) {
        let parts = try ["treated", "untreated"].map { try pair.value(measure, $0, level: level) }
        #expect(Self.isClose(parts[0] + parts[1], try pair.value(measure, level: level)), "\(measure)")
      }
    }
  }

  @Test("those who changed explain the differences of the observations, in every group")
  func observations() throws {
    let pair = try Self.pair(Self.offers())
    let reports = try [pair.scenario, pair.baseline].map { Report(pair.model, try #require($0.observations.last)) }
    for (level, group) in pair.model.groupLevels.enumerated() {
      func difference(_ measure: String) throws -> Double {
        try reports[0].value(measure, group.group, group.level) - reports[1].value(measure, group.group, group.level)
      }
      let households = try pair.value("households", level: level)
      guard households > 0 else { continue }
      let out = try pair.value("out_only_with", level: level) - pair.value("out_only_without", level: level)
      #expect(Self.isClose(out, try difference("out_of_dependency") * households))
      let exits =
        try pair.value("durable_exit_only_with", level: level) - pair.value("durable_exit_only_without", level: level)
      #expect(Self.isClose(exits, try difference("durable_exits")))
    }
  }

  @Test("a scenario without programmes changes nobody, exactly")
  func nothing() throws {
    let pair = try Self.pair([])
    for (level, group) in pair.model.groupLevels.enumerated() {
      for (measure, description) in EndState.measures.enumerated() {
        let all = pair.attribution[EndState.position(groupLevel: level, treatment: 0, measure: measure)]
        let treated = pair.attribution[EndState.position(groupLevel: level, treatment: 1, measure: measure)]
        #expect(treated == 0 || treated.isNaN)
        switch description.name {
        case "households", "out_in_both", "out_in_neither": #expect(all >= 0)
        case "no_effect": #expect(all == 1 || all.isNaN)
        default: #expect(all == 0 || all.isNaN, "\(description.name) of \(group)")
        }
      }
    }
  }

  @Test("members of community organisations are treated, those of dissolved ones too")
  func members() throws {
    let scenario = try Scenario.small(households: 3700).with(.mobilisation { $0.minimumPoorShare = 1 })
    let model = try scenario.model()
    let trial = Trial(model, scenario)
    var ever: Set<Int> = []
    for _ in 1...8 {
      trial.advance()
      ever.formUnion(trial.population.organised)
    }
    #expect(!ever.isEmpty)
    let cells = GroupedCells(
      groups: model.groups, weights: trial.population.geography.weights,
      cellOfHousehold: Column(repeating: 0, count: trial.population.households))
    func end(_ registers: [PartnerRegister]) -> EndState {
      EndState(trial.population, cells: cells, registers: registers)
    }
    // All households are put into the first cell, which is in Kasur.
    let values = end(trial.partners.registers).attribution(against: end([]))
    let weight = trial.population.geography.weights[0]
    let treated = values[EndState.position(groupLevel: 0, treatment: 1, measure: 0)]
    #expect(Self.isClose(treated, weight * Double(ever.count)))
  }

  @Test("threads change no bit", arguments: [1, 3])
  func threads(threads: Int) throws {
    let usual = try Self.pair(Self.offers()).attribution.map(\.bitPattern)
    #expect(try Self.pair(threads: threads, Self.offers()).attribution.map(\.bitPattern) == usual)
  }
}
