import Synchronization

@testable import Experiments
@testable import Households

/// A simulator whose results are given: `values[scenario][replication - 1]` for each quarter, group and measure.
final class ToySimulator: Simulator {
  static let measures = [
    Measure(name: "headcount_ratio", unit: "share", summary: "Poor."),
    Measure(name: "durable_exits", unit: "households", summary: "Exits."),
  ]
  let groupLevels = [GroupLevel(group: "all", level: "all")]
  let simultaneousRuns: Int
  private let events = Mutex<[String]>([])
  private let values: [String: [[Double]]]

  init(values: [String: [[Double]]] = [:], simultaneousRuns: Int = 1) {
    self.values = values
    self.simultaneousRuns = simultaneousRuns
  }

  var log: [String] { events.withLock { $0 } }

  func onOneThread() -> ToySimulator { self }

  func settled(replication: Int) -> Int {
    events.withLock { $0.append("settle \(replication)") }
    return replication
  }

  func run(
    _ scenario: Scenario, from settled: Int, replication: Int, observeEvery: Int, microdataAt: Set<Int>,
    progress: (_ quarter: Int) -> Void, record: (HouseholdRecord) -> Void
  ) -> RunResult {
    events.withLock { $0.append("run \(scenario.name) \(replication) from \(settled) every \(observeEvery)") }
    for quarter in 1...scenario.quarters {
      progress(quarter)
      if microdataAt.contains(quarter) { record(HouseholdRecord(quarter: quarter, cells: [.whole(replication)])) }
    }
    let given = values[scenario.name]?[replication - 1] ?? [0.5, 1]
    return .made([Observation(quarter: 0, values: [0, 0]), Observation(quarter: scenario.quarters, values: given)])
  }
}

/// Keeps what it is given.
final class RecordingSink: ResultSink {
  struct Refusal: Error {}

  private(set) var log: [String] = []
  private(set) var runs: [(result: RunResult, identity: RunIdentity)] = []
  /// What the first replications add up to.
  private(set) var sums: [Int: [UInt8]] = [:]
  var refusesHouseholds = false
  /// The replication that cannot be finished.
  var refusedReplication: Int?

  func take(_ household: HouseholdRecord, of run: RunIdentity) throws {
    if refusesHouseholds { throw Refusal() }
    log.append("household \(run.scenarioName) \(run.replication) at \(household.quarter)")
  }

  func take(_ result: RunResult, of run: RunIdentity) throws {
    log.append("result \(run.scenarioName) \(run.replication)")
    runs.append((result, run))
  }

  func finish(replication: Int, sums: () throws -> [UInt8]) throws {
    if replication == refusedReplication { throw Refusal() }
    log.append("finish \(replication)")
    self.sums[replication] = try sums()
  }
}

extension RunResult {
  static func made(_ observations: [Observation], pkr: Double? = nil, course: [CourseEntry] = []) -> RunResult {
    let cost = pkr.map { pkr in
      CostEntry(
        quarter: 1, partner: "Fund", programme: "Grants", intervention: "grant", units: 1, households: 1,
        parts: CostParts(transfer: pkr))
    }
    return RunResult(
      observations: observations, transitions: [Double](repeating: 0, count: 4096), costs: cost.map { [$0] } ?? [],
      course: course)
  }
}

extension Scenario {
  static func made(_ name: String, years: Int = 1) -> Scenario {
    Scenario(
      name: name, start: CalendarQuarter(year: 2016, quarter: 1), years: years, replications: 1, seed: 1,
      regime: .threshold,
      population: PopulationSpecification(simulatedHouseholds: 100, places: [], officialHeadcount: [:]))
  }
}

extension RunIdentity {
  static func made(_ scenario: Int, _ replication: Int) -> RunIdentity {
    RunIdentity(scenario: scenario, scenarioName: ["A", "B"][scenario], replication: replication)
  }
}
