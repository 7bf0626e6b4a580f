@testable import Experiments
import Scenarios
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
      let progress = ExperimentProgress(replication: 3, replications: 10, scenarioName: scenario, fraction: fraction)
      return ProgressDisplay.text(ProgressDisplay.words(progress), fraction, elapsedSeconds: 20)
    }
    #expect(text("Loans", 0.25) == "replication 3 of 10, Loans: 25%, about 1 min 0 s left")
    #expect(text(nil, 0) == "replication 3 of 10, households settle: 0%")
  }

  @Test("what an earlier execution has done does not count as time")
  func progressOfResumed() {
    let progress = ExperimentProgress(replication: 7, replications: 10, scenarioName: "Loans", fraction: 0.75)
    let words = ProgressDisplay.words(progress)
    #expect(
      ProgressDisplay.text(words, 0.75, from: 0.5, elapsedSeconds: 20)
        == "replication 7 of 10, Loans: 75%, about 20 s left")
    #expect(
      ProgressDisplay.text(words, 0.75, from: 0.75, elapsedSeconds: 20) == "replication 7 of 10, Loans: 75%")
    #expect(
      ProgressDisplay.text(ProgressDisplay.words(progress, isOpenEnded: true), 0.75, elapsedSeconds: 30)
        == "replication 7 of about 10, Loans: 75%, about 10 s left")
  }

  @Test(
    "files are named from the folder that holds them all",
    arguments: [
      (["/a/base.yaml"], ["base.yaml"]),
      (["/a/base.yaml", "/a/loans.yaml", "/a/../a/base.yaml"], ["base.yaml", "loans.yaml", "base.yaml"]),
      (["/a/b/base.yaml", "/a/c/loans.yaml", "/a/c/../d.yaml"], ["b/base.yaml", "c/loans.yaml", "d.yaml"]),
      (["scenarios/one.yaml", "./scenarios/two.yaml"], ["one.yaml", "two.yaml"]),
    ])
  func sourceNames(paths: [String], names: [String]) {
    let sources = SourceNames(paths)
    #expect(paths.map { sources[$0] } == names)
  }

  @Test(
    "other replications take the place that the option has in a call",
    arguments: [
      (["--set", "--seed", "--replications", "--years"], ["--set", "--seed", "--replications", "--years"]),
      (
        ["--set", "--without interest", "--seed", "--years"],
        ["--set", "--without interest", "--seed", "--replications", "--years"]
      ),
      (["--regime"], ["--replications", "--regime"]), ([], ["--replications"]),
    ])
  func replications(options: [String], expected: [String]) {
    let overrides = options.map { option in
      ScenarioOverride(option: option, path: option == "--replications" ? "replications" : "x", value: "1")
    }
    let replaced = ScenarioOptions.replacing(replications: 9, in: overrides)
    #expect(replaced.map(\.option) == expected)
    #expect(replaced.first { $0.option == "--replications" }?.value == "9")
  }
}
