@testable import Experiments
import Testing

@testable import untrap

@Suite("Options and lines on the terminal")
struct OptionTests {
  @Test(
    "results are named for the files",
    arguments: [
      (["scenarios/kasur-baseline.yaml"], "notebooks-output/kasur-baseline"),
      (["a/base.yaml", "b/loans.yml"], "notebooks-output/base-vs-loans"),
      (["a/base.yaml", "b/loans.yaml", "grants.yaml"], "notebooks-output/base-comparison"),
    ])
  func naming(files: [String], output: String) { #expect(FileList(files).defaultOutput == output) }

  @Test("quarters are sorted and taken once")
  func quarters() {
    #expect(QuarterList(argument: "40,0,20,0")?.quarters == [0, 20, 40])
    for text in ["", "1,", "a", "-1", "1.5", "1;2"] { #expect(QuarterList(argument: text) == nil) }
  }

  @Test(
    "spans of time",
    arguments: [
      (0.04, "0.0 s"), (9.94, "9.9 s"), (9.96, "10 s"), (59.6, "1 min 0 s"), (200, "3 min 20 s"),
      (7500, "2 h 5 min"),
    ])
  func elapsed(seconds: Double, text: String) { #expect(Elapsed.text(seconds: seconds) == text) }

  @Test("progress tells what runs and how long it will still take")
  func progress() {
    func text(_ scenario: String?, _ fraction: Double) -> String {
      ProgressDisplay.text(
        ExperimentProgress(replication: 3, replications: 10, scenarioName: scenario, fraction: fraction),
        elapsedSeconds: 20)
    }
    #expect(text("Loans", 0.25) == "replication 3 of 10, Loans: 25%, about 1 min 0 s left")
    #expect(text(nil, 0) == "replication 3 of 10, households settle: 0%")
  }
}
