import Foundation
import Reporting
import Testing

@Suite("Exit codes and messages")
struct ExitCodeTests {
  @Test(
    "a wrong call is 64 and says what is wrong",
    arguments: [
      (["run"], "Missing expected argument '<scenario>'"),
      (["compare", "base.yaml"], "Missing expected argument '<scenario> ...'"),
      (["run", "base.yaml", "--speed"], "Unknown option '--speed'"),
      (["run", "base.yaml", "--years", "0"], "--years 0: simulate 1 to 100 years"),
      (["run", "base.yaml", "--households", "99"], "--households 99: simulate at least 100 households"),
      (["run", "base.yaml", "--replications", "0"], "--replications 0: there is at least 1 replication"),
      (["run", "base.yaml", "--threads", "0"], "--threads 0: use 1 to 1024 threads"),
      (["run", "base.yaml", "--every", "0"], "--every 0: observations are at least 1 quarter apart"),
      (["run", "base.yaml", "--seed=-1"], "--seed -1: a seed is at least 0"),
      (["run", "base.yaml", "--seed", "x"], "The value 'x' is invalid for '--seed <seed>'"),
      (["run", "base.yaml", "--set", "years"], "--set years: write path=value"),
      (["run", "base.yaml", "--set", "=3"], "--set =3: write path=value"),
      (["run", "base.yaml", "--regime", "magic"], "choose one of threshold, convergence, clubs"),
      (["run", "base.yaml", "--microdata", "0,x"], "The value '0,x' is invalid for '--microdata <quarters>'"),
      (["run", "base.yaml", "--microdata", "-1"], "--microdata"),
      (["run", "base.yaml", "--microdata", "0,9"], "--microdata 9: the run ends at quarter 8"),
      (["run", "base.yaml", "--without", "role_model"], "'role_model'; did you mean 'role_models'?"),
      (["stocktake", "base.yaml", "--without", "interest,magic"], "there is no mechanism 'magic' (untrap describe"),
      (["compare", "base.yaml", "grants.yaml", "--without", "interest,"], "there is no mechanism ''"),
      (["check", "base.yaml", "--without", "intrest"], "did you mean 'interest'?"),
      (["compare", "base.yaml", "./base.yaml"], "./base.yaml is given twice"),
      (["check", "base.yaml", "base.yaml"], "base.yaml is given twice"),
      (
        ["run", "base.yaml", "--precision", "headcount_ration:0.01"],
        "there is no measure 'headcount_ration'; did you mean 'headcount_ratio'?"
      ),
      (["run", "base.yaml", "--precision", "gini"], "write measure:half-width"),
      (["run", "base.yaml", "--precision", "gini:0"], "half the width of an interval is above 0"),
      (["run", "base.yaml", "--precision", "gini:1", "--replications", "5"], "--precision decides how many"),
      (["compare", "base.yaml", "grants.yaml", "--maximum-replications", "9"], "it limits --precision"),
      (
        ["run", "base.yaml", "--precision", "gini:0.1", "--maximum-replications", "100001"], "use at most 100000"
      ),
      (["stocktake", "base.yaml", "--precision", "gini:0.01"], "Unknown option '--precision'"),
      (["extend", "out"], "Missing expected argument '--replications <replications>'"),
      (["resume", "out", "--threads", "0"], "--threads 0: use 1 to 1024 threads"),
      (["simulate"], "Unexpected argument 'simulate'"),
    ])
  func wrongCall(arguments: [String], message: String) throws {
    let program = try Program.withScenarios()
    let outcome = try program.call(arguments)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try !program.names().contains("notebooks-output"))
  }

  @Test(
    "a bad scenario or survey is 65",
    arguments: [
      (["run", "broken.yaml"], "yaers"),
      (["run", "missing.yaml"], "missing.yaml"),
      (["compare", "base.yaml", "broken.yaml"], "yaers"),
      (["run", "base.yaml", "--survey", "missing.csv"], "missing.csv"),
      (["run", "base.yaml", "--set", "sede=3"], "sede"),
      (["compare", "base.yaml", "twin.yaml"], "base.yaml and twin.yaml are both named 'Village'"),
      (["compare", "base.yaml", "longer.yaml"], "years"),
    ])
  func badInput(arguments: [String], message: String) throws {
    let program = try Program.withScenarios()
    try program.write(ScenarioText.baseline, to: "twin.yaml")
    let longer = ScenarioText.grants.replacingOccurrences(of: "years: 2", with: "years: 3")
    try program.write(longer, to: "longer.yaml")
    let outcome = try program.call(arguments)
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try program.names().filter { $0.hasPrefix("notebooks-output/") } == [])
  }

  @Test("a run that fails is 1")
  func failure() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("run", "base.yaml", "--out", "base.yaml/out")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.hasPrefix("error: cannot create "), "\(outcome.errors)")
    #expect(outcome.errors.contains("--out"))
  }

  @Test("a directory of something else is 1, even with --force")
  func otherDirectory() throws {
    let program = try Program.withScenarios()
    try FileManager.default.createDirectory(
      atPath: program.directory + "/mine", withIntermediateDirectories: true)
    try program.write("thesis", to: "mine/chapter.txt")
    #expect(try program.call("run", "base.yaml", "--out", "mine", "--force").exitCode == 1)
    #expect(try program.names("mine") == ["chapter.txt"])
  }

  @Test("version and help are 0")
  func information() throws {
    let program = try Program()
    let version = try program.call("--version")
    #expect(version.exitCode == 0)
    #expect(version.output == SoftwareVersion.current + "\n")
    for command in [
      "run", "compare", "stocktake", "resume", "extend", "verify", "check", "selfcheck", "describe",
      "diff",
    ] {
      let help = try program.call(command, "--help")
      #expect(help.exitCode == 0)
      #expect(help.output.contains("Examples:\n  untrap \(command) "))
    }
  }

  @Test("check reads all files and reports each")
  func check() throws {
    let program = try Program.withScenarios()
    let good = try program.call("check", "base.yaml", "grants.yaml")
    #expect(good.exitCode == 0, "\(good.errors)")
    let lines = good.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("base.yaml: ok: Village, 2 years from 2016-Q1, 1 place, "))
    #expect(lines[1].contains("1 programme, "))

    let bad = try program.call("check", "broken.yaml", "grants.yaml", "missing.yaml")
    #expect(bad.exitCode == 65)
    #expect(bad.output.hasPrefix("grants.yaml: ok: "))
    #expect(bad.errors.contains("yaers"))
    #expect(bad.errors.contains("missing.yaml"))
    #expect(try !program.names().contains("notebooks-output"))
  }
}
