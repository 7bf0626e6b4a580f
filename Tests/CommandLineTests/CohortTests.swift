import Foundation
import Reporting
import Testing

@Suite("Scenarios that are projected as cohorts")
struct CohortTests {
  private static let call = ["compare", "base.yaml", "grants.yaml", "--engine", "cohort", "--replications"]

  @Test("the report says what it is, and no table has a measure of poverty")
  func statement() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call(Self.call + ["3", "--out", "out"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("Projected as a cohort: "), "\(outcome.output)")
    #expect(outcome.output.contains("durable exits"))
    #expect(!outcome.output.contains("headcount"))
    for table in ["outcomes", "summary", "comparison", "ranking"] {
      let text = try program.text("out/\(table).csv")
      #expect(text.contains("out_of_dependency"), "\(table)")
      for measure in ["headcount_ratio", "poverty_gap", "welfare", "gini"] {
        #expect(!text.contains(",\(measure),"), "\(table)")
      }
    }
    let record = try program.text("out/run.json")
    #expect(record.contains("\"engine\": \"cohort\""))
    #expect(record.contains("\"engine_statement\": \"Projected as a cohort"))
  }

  @Test("results are verified, and extended to those of a fresh run")
  func record() throws {
    let program = try Program.withScenarios()
    #expect(try program.call(Self.call + ["2", "--out", "out", "--quiet"]).exitCode == 0)
    let verification = try program.call("verify", "out")
    #expect(verification.exitCode == 0, "\(verification.output)")
    #expect(try program.call("extend", "out", "--replications", "5", "--quiet", "--threads", "1").exitCode == 0)
    #expect(try program.call(Self.call + ["5", "--out", "fresh", "--quiet", "--threads", "2"]).exitCode == 0)
    #expect(
      try ResultIdentity.text(of: program.directory + "/out") == ResultIdentity.text(of: program.directory + "/fresh"))
  }

  @Test("a projection that is killed is resumed to the bytes of an unbroken one")
  func resume() throws {
    let program = try Program.withScenarios()
    #expect(try program.call(Self.call + ["200", "--out", "whole", "--quiet"]).exitCode == 0)
    let process = try program.start(Self.call + ["200", "--out", "out", "--quiet"])
    let journal = program.directory + "/out.partial/journal"
    for _ in 0..<10_000 where process.isRunning {
      let lines = (try? String(contentsOfFile: journal, encoding: .utf8))?.split(separator: "\n").count ?? 0
      if lines > 5 { break }
      usleep(500)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    let outcome = try program.call("resume", "out", "--quiet")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(
      try ResultIdentity.text(of: program.directory + "/out") == ResultIdentity.text(of: program.directory + "/whole"))
  }

  @Test("a dry run tells what it would take")
  func dryRun() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("run", "grants.yaml", "--engine", "cohort", "--dry-run")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try program.names("").allSatisfy { !$0.hasPrefix("notebooks") })
  }

  @Test(
    "what a cohort cannot do is a wrong call",
    arguments: [
      (["run", "base.yaml", "--microdata", "0"], "a cohort has no households to write"),
      (["stocktake", "grants.yaml"], "use --engine individual"),
      (["run", "base.yaml", "--precision", "headcount_ratio:0.01"], "the cohort engine does not give it"),
    ])
  func refused(call: [String], reason: String) throws {
    let program = try Program.withScenarios()
    let outcome = try program.call(call + ["--engine", "cohort"])
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
  }

  @Test("what programmes do that a cohort leaves out is warned of")
  func omissions() throws {
    let program = try Program.withScenarios()
    let text = ScenarioText.grants.replacingOccurrences(
      of: "- asset_grant: {amount: 30_000, take_up: 1, delay: 0}",
      with: "- collective_works: {cost: 100_000, local_share: 0.2}")
    try program.write(text, to: "works.yaml")
    let outcome = try program.call("run", "works.yaml", "--engine", "cohort")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(
      outcome.errors.contains("warning: a cohort leaves out of Village with grants, Grants: "), "\(outcome.errors)")
  }
}
