import Foundation
import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

/// A simulator whose results tell how it was run, as far as it is made to.
private struct TellingSimulator: Simulator {
  static let measures = Fixture.measures
  let groupLevels = Fixture.groupLevels
  /// What the results depend on, beside the scenario and the replication.
  var secret = 0.0
  var spoilsRecords = false

  let simultaneousRuns = 1
  func onOneThread() -> Self { self }
  func settled(replication: Int) -> Int { replication }

  func run(
    _ scenario: Scenario, from settled: Int, replication: Int, observeEvery: Int, microdataAt: Set<Int>,
    progress: (_ quarter: Int) -> Void, record: (HouseholdRecord) -> Void
  ) -> RunResult {
    for quarter in microdataAt.sorted() {
      let value = Double(replication) + (spoilsRecords ? secret : 0)
      record(HouseholdRecord(quarter: quarter, cells: HouseholdRecord.columns.map { _ in .real(value) }))
    }
    let value = Double(replication) + (spoilsRecords ? 0 : secret)
    return Fixture.result([0, 0, 0, 0], [0, 0, 0, value])
  }
}

@Suite("Self-check of threads, and the report of self-checks")
struct ThreadsCheckTests {
  private func verdict(secret: Double, spoilsRecords: Bool = false) throws -> SelfCheckVerdict {
    let scenario = Scenario(
      name: "Base", start: CalendarQuarter(year: 2016, quarter: 1), years: 1, replications: 2, seed: 1,
      regime: .threshold,
      population: PopulationSpecification(simulatedHouseholds: 1, places: [], officialHeadcount: [:]))
    let engines = [
      (threads: 1, engine: TellingSimulator()),
      (threads: 7, engine: TellingSimulator(secret: secret, spoilsRecords: spoilsRecords)),
    ]
    return try SelfCheck.threads(engines: engines, scenario: scenario, replications: 2) { _ in Fixture.record }
      .verdict()
  }

  @Test("the same results have the same bytes, whatever the threads")
  func same() throws {
    let verdict = try verdict(secret: 0)
    #expect(verdict.isKept, "\(verdict)")
    guard case .count(0, let files, _) = verdict.evidence[0] else {
      Issue.record("\(verdict.evidence)")
      return
    }
    // Nine tables or more of two comparisons each, and their records.
    #expect(files > 15)
  }

  @Test("an engine whose results depend on its threads is found out", arguments: [false, true])
  func different(spoilsRecords: Bool) throws {
    let verdict = try verdict(secret: 1e-9, spoilsRecords: spoilsRecords)
    #expect(!verdict.isKept)
    guard case .count(let differing, _, _) = verdict.evidence[0] else {
      Issue.record("\(verdict.evidence)")
      return
    }
    #expect(differing >= 2)
  }

  @Test("nothing of a temporary dataset is left")
  func temporary() throws {
    let plan = ExperimentPlan(
      scenarios: [
        Scenario(
          name: "Base", start: CalendarQuarter(year: 2016, quarter: 1), years: 1, replications: 1, seed: 1,
          regime: .threshold,
          population: PopulationSpecification(
            simulatedHouseholds: 1, places: [], officialHeadcount: [:]))
      ], replications: 3)
    var path = ""
    do {
      let dataset = try ScratchDataset(engine: TellingSimulator(), plan: plan, record: Fixture.record) { $0 }
      path = dataset.path
      #expect(FileManager.default.fileExists(atPath: path + "/run.json"))
      #expect(dataset.bytes > 1000)
      #expect((1...3).contains(dataset.settledSize))
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("the report has a verdict for each check, its evidence below each other, and a summary")
  func report() {
    let verdicts = [
      SelfCheckVerdict("nothing changes", [.count(0, of: 35_420, "values differ"), .note("2 replications")]),
      SelfCheckVerdict("sums are one", [.largest(3.3e-16, limit: 1e-12, "from 1")]),
    ]
    #expect(
      SelfCheckReport.text(verdicts, sample: "Base", isColored: false) == """
        Self-checks of Base

        verdict  check            evidence
        -------  ---------------  --------------------------------------
        ok       nothing changes  0 of 35,420 values differ
                                  2 replications
        ok       sums are one     at most 3.3e-16 from 1 (limit 1.0e-12)

        All 2 checks passed.

        """)
    let failed = verdicts + [SelfCheckVerdict("money stays", [.count(1, of: 1000, "books do not balance")])]
    let text = SelfCheckReport.text(failed, sample: "Base", isColored: false)
    #expect(text.contains("\nFAILED   money stays      1 of 1,000 books do not balance\n"))
    #expect(text.hasSuffix("\n\n1 of 3 checks FAILED: money stays.\n"))
  }

  @Test("a plan tells what would be run, where it would go and what is in the way")
  func plan() {
    let quarter = CalendarQuarter(year: 2016, quarter: 1)
    let programme = Programme(
      name: "Loans", partner: "Fund", from: quarter, until: quarter, priceYear: 2016, package: [])
    let scenarios = [("Base", []), ("Loans", [programme, programme])].map { name, programmes in
      Scenario(
        name: name, start: quarter, years: 10, replications: 20, seed: 1, regime: .threshold,
        population: PopulationSpecification(simulatedHouseholds: 4880, places: [], officialHeadcount: [:]),
        programmes: programmes)
    }
    func plan(designPoints: Int = 1, obstacle: OutputError? = nil) -> String {
      PlanReport.text(
        of: scenarios, households: 4880, replications: 20, designPoints: designPoints, threads: 2,
        destination: "out", obstacle: obstacle, time: "3.1 s", probeHouseholds: 2000, bytes: 60_400_000)
    }
    #expect(
      plan() == """
        Plan

        scenario  programmes  households  quarters  runs
        --------  ----------  ----------  --------  ----
        Base               0       4,880        40    20
        Loans              2       4,880        40    20

        Runs: 40 (20 replications x 2 scenarios), 7,808,000 household-quarters, threads: 2
        Results: out (nothing is in the way)
        Expected time: about 3.1 s, as measured with 2,000 households
        Expected memory: about 60 MB
        Nothing was run or written.

        """)
    let hindered = plan(designPoints: 500, obstacle: .resultsExist(path: "out"))
    #expect(hindered.contains("Runs: 20,000 (500 design points x 20 replications x 2 scenarios), 3,904,000,000 "))
    #expect(hindered.contains("Results: out (in the way: out holds earlier results; "))
  }
}
