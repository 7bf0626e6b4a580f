import Foundation
import Reporting
import Testing

@Suite("Commands that run")
struct RunningTests {
  private static let runFiles = [
    "costs.csv", "course.csv", "datapackage.json", "decomposition.csv", "dynamics.csv", "growth_incidence.csv",
    "institutions.csv", "mobility.csv", "outcomes.csv", "run.json", "summary.csv", "sums.bin", "survival.csv",
    "transition_matrix.csv", "transitions.csv", "yearly_transitions.csv",
  ]

  @Test("run writes its tables under the name of the file and shows the headlines")
  func run() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("run", "base.yaml", "--households", "200", "--years", "1", "--replications", "3")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("Means of 3 replications, with 95% intervals\n\nscenario"))
    for part in [
      "headcount ratio, %", "poverty gap, %", "out of dependency, %", "durable exits", "programme cost",
      "cost per durable exit", "\nResults: notebooks-output/base (16 files, ", "\nTime: ",
    ] {
      #expect(outcome.output.contains(part), "\(part)")
    }
    #expect(outcome.errors.contains("warning: intervals from 3 replications are unreliable"))
    #expect(try program.names("notebooks-output") == ["base"])
    #expect(try program.names("notebooks-output/base") == Self.runFiles)
  }

  @Test("compare writes the comparison beside them and shows the differences")
  func compare() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call(
      "compare", "base.yaml", "grants.yaml", "--microdata", "0,8", "--every", "1", "--households", "300",
      "--replications", "2")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Differences from Village at the end, paired within replications"))
    #expect(
      try program.names("notebooks-output/base-vs-grants") == [
        "acceptability.csv", "attribution.csv", "budget_impact.csv", "comparison.csv", "costs.csv",
        "course.csv", "datapackage.json", "decomposition.csv", "dynamics.csv",
        "effectiveness.csv", "frontier.csv", "growth_incidence.csv", "households.csv", "institutions.csv",
        "mobility.csv", "outcomes.csv", "ranking.csv", "reach.csv", "run.json", "stocktake.csv", "summary.csv",
        "sums.bin", "survival.csv", "survival_comparison.csv", "transition_matrix.csv", "transitions.csv",
        "yearly_transitions.csv",
      ])
    let households = try program.text("notebooks-output/base-vs-grants/households.csv")
    #expect(households.split(separator: "\n").count == 1 + 2 * 2 * 2 * 300)
    let outcomes = try program.text("notebooks-output/base-vs-grants/outcomes.csv").split(separator: "\n")
    let quarters = Set(outcomes.dropFirst().map { $0.split(separator: ",")[2] })
    #expect(quarters.count == 9)
  }

  @Test("the record lists the processes that take part, and no others")
  func processes() throws {
    let program = try Program.withScenarios()
    let small = ["--households", "200", "--years", "1", "--replications", "1", "--quiet"]
    let alone = ["shocks", "earn", "trade and consume", "dependency", "patrons", "score"]
    for (call, expected) in [
      (["run", "base.yaml"], alone), (["compare", "base.yaml", "grants.yaml"], alone + ["programmes"]),
    ] {
      #expect(try program.call(call + small + ["--force", "--out", "out"]).exitCode == 0)
      let record = try JSONSerialization.jsonObject(with: Data(try program.text("out/run.json").utf8))
      let listed = try #require((record as? [String: Any])?["processes"] as? [String])
      #expect(Set(listed) == Set(expected), "\(call)")
    }
  }

  @Test("several scenarios go to a directory named for the baseline")
  func compareSeveral() throws {
    let program = try Program.withScenarios()
    let other = ScenarioText.grants.replacingOccurrences(of: "with grants", with: "with more")
    try program.write(other, to: "more.yaml")
    #expect(try program.call("compare", "base.yaml", "grants.yaml", "more.yaml").exitCode == 0)
    #expect(try program.names("notebooks-output") == ["base-comparison"])
  }

  @Test(
    "what changes nothing differs by exactly 0 everywhere",
    arguments: [
      ("the same scenario under another name", ScenarioText.baseline),
      ("a programme without money", ScenarioText.grants.replacingOccurrences(of: "20_000_000", with: "0")),
    ])
  func nothingChanges(case: String, scenario: String) throws {
    let program = try Program.withScenarios()
    let name = scenario.prefix { $0 != "\n" }
    try program.write(scenario.replacingOccurrences(of: name, with: "name: Other"), to: "other.yaml")
    let outcome = try program.call("compare", "base.yaml", "other.yaml", "--out", "out")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let rows = try program.text("out/comparison.csv").split(separator: "\n").dropFirst()
    #expect(!rows.isEmpty)
    for row in rows {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      // An undefined value, such as the headcount of a group that has nobody, has no difference.
      #expect(cells[8] == "0" || (cells[8].isEmpty && cells[cells.count - 2] == "0"), "\(row)")
    }
  }

  @Test("results do not depend on threads, blocks or the kernels of OpenBLAS")
  func identity() throws {
    let program = try Program.withScenarios()
    let common = ["compare", "base.yaml", "grants.yaml", "--microdata", "0,8", "--quiet", "--households", "3000"]
    func identity(_ name: String, _ options: [String], core: String? = nil) throws -> String {
      let environment = core.map { ["OPENBLAS_CORETYPE": $0] } ?? [:]
      let outcome = try program.call(common + ["--out", name] + options, environment: environment)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      return try ResultIdentity.text(of: program.directory + "/" + name)
    }
    let reference = try identity("reference", ["--threads", "1"])
    #expect(reference.split(separator: "\n").count == 27)
    for threads in ["2", "7"] { #expect(try identity("threads-\(threads)", ["--threads", threads]) == reference) }
    for size in ["64", "5000"] { #expect(try identity("blocks-\(size)", ["--block-size", size]) == reference) }
    for core in Self.cores { #expect(try identity("core-\(core)", [], core: core) == reference) }
    #expect(try identity("seed", ["--seed", "8"]) != reference)
  }

  /// The kernels of OpenBLAS that this processor can run.
  private static var cores: [String] {
    let information = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    return [("Prescott", "sse2"), ("Haswell", "avx2"), ("Zen", "avx2"), ("SkylakeX", "avx512f")].filter {
      information.contains(" \($0.1) ")
    }.map(\.0)
  }

  @Test("earlier results stay without --force and go with it")
  func force() throws {
    let program = try Program.withScenarios()
    #expect(try program.call("run", "base.yaml", "--out", "out").exitCode == 0)
    let before = try program.text("out/run.json")
    let refused = try program.call("run", "base.yaml", "--out", "out")
    #expect(refused.exitCode == 1)
    #expect(
      refused.errors
        == "error: out holds earlier results; give another directory with --out, or --force to replace them\n")
    #expect(refused.output.isEmpty)
    #expect(try program.text("out/run.json") == before)
    #expect(try program.call("run", "base.yaml", "--out", "out", "--seed", "3", "--force").exitCode == 0)
    #expect(try program.text("out/run.json") != before)
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out"])
  }

  @Test("quiet prints nothing")
  func quiet() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("run", "base.yaml", "--quiet")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.isEmpty)
  }

  @Test("piped output is plain and has no progress")
  func plain() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("compare", "base.yaml", "grants.yaml")
    #expect(!(outcome.output + outcome.errors).contains("\u{1B}"))
    #expect(!(outcome.output + outcome.errors).contains("\r"))
  }

  /// Starts a run whose first replication would take long and waits until it writes.
  private func startLongRun(_ program: borrowing Program) throws -> Process {
    let quarters = (0...80).map(String.init).joined(separator: ",")
    let process = try program.start([
      "run", "base.yaml", "--out", "out", "--households", "20000", "--years", "20", "--replications", "1000",
      "--microdata", quarters,
    ])
    var waited = 0
    while try !program.names().contains("out.partial"), waited < 400 {
      usleep(50_000)
      waited += 1
    }
    usleep(200_000)
    return process
  }

  @Test("a run that was killed before its first replication is cleared away by the next")
  func killed() throws {
    let program = try Program.withScenarios()
    let process = try startLongRun(program)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out.partial"])
    #expect(try !program.names("out.partial").contains("run.json"))
    #expect(try program.call("run", "base.yaml", "--out", "out").exitCode == 0)
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out"])
    #expect(try program.names("out").contains("run.json"))
  }

  @Test("a run that is interrupted before its first replication tidies up and says so", arguments: [SIGINT, SIGTERM])
  func interrupted(signal: Int32) throws {
    let program = try Program.withScenarios()
    let process = try startLongRun(program)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 128 + signal)
    #expect(try program.names().filter { $0.hasPrefix("out") } == [])
    let errors = try String(contentsOfFile: program.directory + "/stderr.txt", encoding: .utf8)
    #expect(errors == "error: interrupted; no results were written\n")
  }
}
