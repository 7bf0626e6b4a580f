import Foundation
import TestSupport
import Testing

/// What reads sentences back.
private let python = Tool.python(importing: "csv")

/// Each number in the sentences and tables for readers is read back against the files of the results.
@Suite("Sentences", .enabled(if: python != nil, "needs Python 3"))
struct SentenceTests {
  private static let check = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Reading/read_back.py").path

  /// What is wrong with the words about some results, and whether a change of a table would be noticed.
  private static func faults(_ program: borrowing Program, _ results: String, _ words: [String]) throws -> [String] {
    let outcome = try #require(python).run([check, program.directory + "/" + results] + words)
    let faults = outcome.output.split(separator: "\n").map(String.init)
    #expect(Int(outcome.exitCode) == min(faults.count, 100), "the check itself failed: \(outcome.errors)")
    #expect(outcome.errors.firstMatch(of: /^[1-9]\d+ numbers, found in [a-z]/) != nil, "\(outcome.errors)")
    return faults
  }

  /// Makes a call, and reads back what it prints and, where a page can be drawn, what its page says; it may be proved that
  /// a change of each table would be noticed.
  private static func readBack(
    _ program: borrowing Program, _ call: [String], hasPage: Bool = true, isProved: Bool = true
  ) throws {
    let outcome = try program.call(call + ["--out", "out", "--force"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    try program.write(outcome.output, to: "terminal.txt")
    var words = ["--terminal", program.directory + "/terminal.txt"]
    if hasPage, Tool.python(importing: "vl_convert") != nil {
      #expect(try program.call("report", "out", "--quiet", "--force").exitCode == 0)
      words += ["--page", program.directory + "/out.html"]
    }
    let faults = try faults(program, "out", words + (isProved ? ["--prove"] : []))
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  @Test("of a comparison hold what its tables hold, and would not if any table were another")
  func smallComparison() throws {
    let program = try Program.withScenarios()
    try Self.readBack(program, ["compare", "base.yaml", "grants.yaml", "--replications", "10"])
  }

  @Test("of three scenarios that organise households or do not hold what their tables hold", arguments: [3, 10])
  func comparison(replications: Int) throws {
    let program = try Program.withScenarios()
    let organised = ["kasur-baseline", "kasur-mawakhat", "kasur-without-organisation"].map {
      Tool.package.appending(path: "scenarios/\($0).yaml").path
    }
    try Self.readBack(
      program,
      ["compare"] + organised + ["--households", "400", "--years", "4", "--replications", "\(replications)"],
      isProved: false)
  }

  @Test("of a run, a stocktake and an account of traps hold what their tables hold")
  func others() throws {
    let program = try Program()
    let scenario = Tool.package.appending(path: "scenarios/kasur-mawakhat.yaml").path
    let small = ["--households", "400", "--years", "3", "--replications", "3"]
    try Self.readBack(program, ["run", scenario] + small)
    try Self.readBack(program, ["stocktake", scenario] + small)
    try Self.readBack(program, ["traps", scenario, "--households", "800", "--years", "5"], hasPage: false)
  }

  @Test(
    "of designs hold what their tables hold",
    arguments: [
      ("sensitivity", "tornado: {low: 0.1}"), ("sensitivity", "sobol_indices: {points: 8}"),
      ("sensitivity", "morris: {trajectories: 4}"), ("sweep", "factorial: {levels: 2}"),
    ])
  func designs(command: String, method: String) throws {
    let program = try Program.withScenarios()
    try program.write(ScenarioText.design(method), to: "design.yaml")
    try Self.readBack(program, [command, "design.yaml"])
  }

  @Test("of a search for the best mix hold what its tables hold")
  func portfolio() throws {
    let program = try Program()
    let file = Tool.package.appending(path: "scenarios/portfolios/kasur-best-mix.yaml").path
    try Self.readBack(program, ["optimize", file, "--households", "400", "--years", "4"], hasPage: false)
  }

  @Test("a verdict that the numbers do not call for is found out")
  func misjudged() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("compare", "base.yaml", "grants.yaml", "--replications", "10", "--out", "out")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let cost = try #require(outcome.output.split(separator: "\n").first { $0.hasSuffix("  higher") })
    try program.write(outcome.output.replacing(cost, with: cost.dropLast(6) + "lower"), to: "terminal.txt")
    let faults = try Self.faults(program, "out", ["--terminal", program.directory + "/terminal.txt"])
    #expect(faults.count == 1 && faults[0].contains("'lower' instead of 'higher'"), "\(faults)")
  }

  @Test("of a programme that served nobody hold what its tables hold")
  func nobody() throws {
    let program = try Program.withScenarios()
    try program.write(ScenarioText.grants.replacing("20_000_000", with: "20"), to: "forgotten.yaml")
    try Self.readBack(program, ["run", "forgotten.yaml"], isProved: false)
  }

  @Test("a number that no table holds is found out")
  func invented() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("compare", "base.yaml", "grants.yaml", "--replications", "4", "--out", "out")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let line = try #require(outcome.output.split(separator: "\n").first { $0.contains("headcount ratio, points") })
    let number = try #require(line.firstMatch(of: /[-+]\d\.\d{3}/)).output
    try program.write(outcome.output.replacing(number, with: "+8.765"), to: "terminal.txt")
    let faults = try Self.faults(program, "out", ["--terminal", program.directory + "/terminal.txt"])
    #expect(faults.count == 1 && faults[0].contains("+8.765 is in no table"), "\(faults)")
  }
}
