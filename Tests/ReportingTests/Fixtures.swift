import Foundation
import Statistics
import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

/// A directory of its own for one test.
struct TemporaryDirectory: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("reporting-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

  func write(_ text: String, to name: String) throws {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: false, encoding: .utf8)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

extension FindingsTable {
  /// The lines of the table of some findings.
  static func lines(of findings: Findings) throws -> [String] {
    let directory = try TemporaryDirectory()
    let file = try TableFile(table(of: findings).schema, directory: directory.path)
    try write(findings, to: RowWriter(table(of: findings), file))
    let rows = try file.close().rows
    let lines = try directory.text(schema.fileName).split(separator: "\n").map(String.init)
    #expect(lines.count == 1 + rows)
    return lines
  }
}

/// Two scenarios, two replications, two quarters, two groups and two measures; the second has a programme.
enum Fixture {
  static let programmeNames = [[], ["Loans, interest-free"]]
  static let groupLevels = [
    GroupLevel(group: "all", level: "all"), GroupLevel(group: "sex_of_head", level: "female"),
  ]
  static let measures = [
    Measure(name: "headcount_ratio", unit: "share of persons", summary: "Persons below the line."),
    Measure(name: "durable_exits", unit: "households", summary: "Households out for four quarters."),
  ]

  static let dataset = Dataset(
    groupLevels: groupLevels, measures: measures, programmeNames: programmeNames,
    parts: [.comparison, .programmes, .households, .groups])

  /// What makes a file known as a record of untrap.
  static let mark = "{\n  \"format\": \"untrap-run/3\"\n}\n"

  /// The runs in the order of an experiment: values at quarters 0 and 4, `measure + 2 * group`.
  static let runs: [(run: RunIdentity, result: RunResult)] = [
    (run(0, 1), result([0.5, 0, .nan, 0], [0.25, 10, 1, 2])),
    (run(1, 1), changed(result([0.5, 0, .nan, 0], [0.125, 30, 0.5, 2], pkr: 1500), by: 1)),
    (run(0, 2), result([0.5, 0, .nan, 0], [0.75, 20, .nan, 2])),
    (run(1, 2), changed(result([0.5, 0, .nan, 0], [0.5, 60, 0.5, 2], pkr: 2500.5), by: 3)),
  ]

  /// A result that says who changed: each value is its position, in hundredths, times a factor.
  private static func changed(_ result: RunResult, by factor: Double) -> RunResult {
    var result = result
    result.attribution = (0..<groupLevels.count * EndState.treatments.count * EndState.measures.count).map {
      factor * Double($0) / 100
    }
    result.attribution[EndState.measures.count + 7] = .nan
    return result
  }

  static func run(_ scenario: Int, _ replication: Int) -> RunIdentity {
    RunIdentity(scenario: scenario, scenarioName: ["Base", "Loans, small"][scenario], replication: replication)
  }

  static func result(_ start: [Double], _ end: [Double], pkr: Double? = nil) -> RunResult {
    // 6 household-quarters stay in state 0; 2 rise from 0 to E = 1 and S = 1; 1.5 stay at the top.
    var transitions = [Double](repeating: 0, count: 4096)
    transitions[0] = 6
    transitions[5] = 2
    transitions[63 + 64 * 63] = 1.5
    let cost = pkr.map { pkr in
      CostEntry(
        quarter: 3, partner: "Akhuwat", programme: "Loans", intervention: "soft_loan", units: 2, households: 1.5,
        parts: CostParts(delivery: 500, loan: pkr - 500))
    }
    var result = RunResult(
      observations: [Observation(quarter: 0, values: start), Observation(quarter: 4, values: end)],
      transitions: transitions, costs: cost.map { [$0] } ?? [], course: course(out: end[1]),
      dynamics: dynamics(end[0]))
    if let pkr { addProgramme(spending: pkr, to: &result) }
    return result
  }

  /// A thousand households, all in poverty; those that made an exit by the end are out in the last two quarters.
  static func course(out: Double) -> [CourseEntry] {
    (0...4).map { quarter in
      let out = quarter > 2 ? out : 0
      var moves = [Double](repeating: 0, count: LevelMove.allCases.count)
      moves[4] = quarter == 3 ? out : 0
      return CourseEntry(
        quarter: quarter, levels: [0, 0, 1000 - out, out, 0, 0, 1000, 0, 0, 0, 1000, 0], moves: moves, out: out,
        dependent: 1000 - out, durablyOut: 0, poorHouseholds: 1000, poorPersons: 6000.5)
    }
  }

  /// Of 3.5 households of two weights one leaves in the second quarter, of the women's nobody; nobody is out durably.
  private static func dynamics(_ value: Double) -> HouseholdDynamics {
    let waiting = RiskSet(atRisk: 3.5, events: 0, effectiveNumber: 2.75)
    let exits = [waiting, RiskSet(atRisk: 3.5, events: 1, effectiveNumber: 2.75)]
    let measures = HouseholdDynamics.panelMeasures.count
    return HouseholdDynamics(
      spells: [exits + [RiskSet(atRisk: 2.5, events: value, effectiveNumber: 2)], [waiting], exits, [], [], []],
      panel: (0..<2 * measures).map { $0 == 3 ? .nan : value * Double($0) / 7 },
      yearlyMoves: (0..<YearlyMatrix.count).map { $0 % 5 == 0 ? 0 : value + Double($0) / 3 },
      quantiles: [0, 4].map { quarter in
        WelfareQuantiles(
          quarter: quarter, means: (1...WelfareQuantiles.count).map { Double($0) / 10 + value * Double(quarter) })
      })
  }

  /// What a programme leaves behind: its measures at the end, an organisation and a stocktake.
  private static func addProgramme(spending pkr: Double, to result: inout RunResult) {
    let undefined = [Double](repeating: .nan, count: Model.programmeMeasures.count)
    result.observations[0].programmeValues = undefined
    result.observations[1].programmeValues = [1.5, 0.25] + undefined.dropFirst(2)
    result.institutions = [
      InstitutionEntry(
        quarter: 4, place: "Kasur, UC 1", tier: "community_organisation", status: "active", count: 2, members: 30.5,
        poorShare: 0.75, womenShare: 0.5, maturity: 0.125, savings: 2500, treasury: .nan, cost: pkr),
      InstitutionEntry(
        quarter: 4, place: "Kasur", tier: "network", status: "active", count: 1, members: 0, poorShare: .nan,
        womenShare: .nan, maturity: .nan, savings: 0, treasury: 1000.5, cost: 0),
    ]
    result.reach = [
      ProgrammeReach(
        programme: "Loans, interest-free", eligible: 20.5, barred: 2, offered: 8, willing: 6.5, afforded: 3,
        served: 1.5)
    ]
    result.stocktake = [
      StocktakeEntry(
        partner: "Akhuwat", district: "Kasur", unionCouncil: "Kasur, UC 1", intervention: "soft_loan", households: 1.5,
        pkr: pkr, overlap: 0.5, unmetNeed: 0),
      StocktakeEntry(
        partner: "", district: "Kasur", unionCouncil: "Kasur, UC 1", intervention: "unserved", households: 0, pkr: 0,
        overlap: 0, unmetNeed: 12),
    ]
  }

  static func summary(of runs: [(run: RunIdentity, result: RunResult)] = runs) -> ExperimentSummary {
    let names = runs.reduce(into: [String]()) { names, run in
      if !names.contains(run.run.scenarioName) { names.append(run.run.scenarioName) }
    }
    var accumulator = accumulator(of: names)
    for (run, result) in runs { accumulator.add(result, of: run) }
    return accumulator.summary()
  }

  static func accumulator(
    of names: [String] = ["Base", "Loans, small"], detail: Detail = .groups
  ) -> SummaryAccumulator {
    SummaryAccumulator(
      scenarioNames: names, programmeNames: Array(programmeNames.prefix(names.count)), groupLevels: groupLevels,
      measures: measures, detail: detail)
  }

  static let simulation = SimulationRecord(
    scenarios: [
      ScenarioRecord(
        name: "Base", file: "base.yaml", extends: ["shared/places.yaml"],
        values: [
          ValueRecord(path: "years", value: .number(1), unit: "years", origin: "base.yaml:2:8", source: ""),
          ValueRecord(
            path: "shocks.illness_probability", value: .number(0.06), unit: "probability per quarter",
            origin: "default", source: "assumed"),
        ]),
      ScenarioRecord(name: "Loans, small", file: "loans.yaml", values: []),
    ],
    seed: 7,
    overrides: [
      OverrideRecord(option: "--set", typed: "years=1", path: "years", value: "1"),
      OverrideRecord(option: "--seed", typed: "7", path: "seed", value: "7"),
    ],
    replications: 2, households: 100, quarters: 4, processes: ["one", "two"], observeEvery: 4,
    microdataAt: [0], survey: "published margins", consumptionScale: [.rural: 1.75])

  static let record = RunRecord(
    command: "compare", kind: .study(simulation),
    inputs: [
      FileRecord(name: "base.yaml", text: "name: Base\nextends: shared/places.yaml\n"),
      FileRecord(name: "shared/places.yaml", text: "seed: 3   # \"usual\"\r\nyears: 2"),
      FileRecord(name: "loans.yaml", text: "name: Loans, small\n"),
    ])

  static func execution(seconds: Double = 2, threads: Int = 1) -> ExecutionRecord {
    ExecutionRecord(
      arguments: ["untrap", "compare"], threads: threads, blockSize: 1024, bytesPerHousehold: 104,
      openBLASConfiguration: "OpenBLAS 0.3.21", openBLASCore: "Haswell", operatingSystem: "Linux",
      started: "2026-01-02T03:04:05Z", seconds: seconds, householdQuarters: 1600)
  }

  /// Writes the whole dataset and publishes it.
  @discardableResult
  static func write(
    to path: String, seconds: Double = 2, threads: Int = 1, replacing: Bool = false
  ) throws -> [FileDigest] {
    let directory = try ResultDirectory(path: path, replacingResults: replacing, discardingUnfinished: replacing)
    let writer = try writer(into: directory)
    for replication in 1...2 { try take(replication, into: writer) }
    let files = try writer.finish(summary(), record: record) { execution(seconds: seconds, threads: threads) }
    try directory.publish()
    return files
  }

  /// A writer of the whole dataset.
  static func writer(into directory: ResultDirectory) throws -> DatasetWriter {
    try DatasetWriter(
      directory: directory, groupLevels: groupLevels, measures: measures, programmeNames: programmeNames,
      comparison: true, microdata: true, detail: .groups)
  }

  /// Gives a writer all of a replication.
  static func take(_ replication: Int, into writer: DatasetWriter) throws {
    for (run, result) in runs where run.replication == replication {
      try writer.take(household, of: run)
      try writer.take(result, of: run)
    }
    try writer.finish(replication: replication) { sums(of: replication) }
  }

  /// What stands for the sums of some replications.
  static func sums(of replications: Int) -> [UInt8] { Array("the sums of \(replications)\n".utf8) }

  /// A record that fits whatever columns the model has.
  static let household = HouseholdRecord(
    quarter: 0,
    cells: HouseholdRecord.columns.map { column in
      switch column.type {
      case "integer": .whole(3)
      case "number": .real(0.5)
      default: .text("x")
      }
    })
}
