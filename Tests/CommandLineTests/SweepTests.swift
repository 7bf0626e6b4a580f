import Foundation
import Testing

/// Sweeps and sensitivity analyses as a user calls them.
@Suite("Sweep and sensitivity")
struct SweepCommandTests {
  private static func design(_ method: String, replications: Int = 2) -> String {
    ScenarioText.design(method, replications: replications, measures: "headcount_ratio, programme_cost")
  }

  private static func program(_ method: String) throws -> Program {
    let program = try Program.withScenarios()
    try program.write(design(method), to: "design.yaml")
    return program
  }

  @Test func aSweepWritesItsTables() throws {
    let program = try Self.program("factorial: {levels: 2}")
    let outcome = try program.call("sweep", "design.yaml", "--out", "results")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(
      try program.names("results") == [
        "datapackage.json", "design.csv", "outcomes.csv", "run.json", "summary.csv", "uncertainty.csv",
        "unreached.csv",
      ])
    let design = try program.text("results/design.csv").split(separator: "\n")
    #expect(design.count == 9)
    #expect(design[0] == "point,shocks.illness_probability,grant,trade.sale_discount")
    #expect(design[1] == "1,0.02,1000,0.1")
    #expect(design[8] == "8,0.2,4000,0.4")
    // 8 points, 2 scenarios, 2 replications, 2 measures.
    #expect(try program.text("results/outcomes.csv").split(separator: "\n").count == 1 + 64)
    #expect(try program.text("results/summary.csv").split(separator: "\n").count == 1 + 32)
    #expect(outcome.output.contains("Trial: Differences from Village at the end, all points, 2 replications each"))
    #expect(outcome.errors.contains("1 of 3 variables is drawn from half to twice an assumed value"))
    #expect(outcome.errors.contains("intervals from 2 replications are unreliable"))
  }

  @Test("dearer grants cost more in every replication, and the baseline does not know of them")
  func commonLuck() throws {
    let program = try Self.program("factorial: {levels: 2}")
    try program.call("sweep", "design.yaml", "--out", "results", "--quiet")
    var values: [String: [String: Double]] = [:]
    for line in try program.text("results/outcomes.csv").split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      values["\(cells[1])/\(cells[3])", default: [:]]["\(cells[0])/\(cells[2])"] = Double(cells[4])
    }
    for replication in 1...2 {
      for (cheap, dear) in [(1, 3), (2, 4), (5, 7), (6, 8)] {
        let (cheap, dear) = ("\(cheap)/\(replication)", "\(dear)/\(replication)")
        let costs = try #require(values["Village with grants/programme_cost"])
        #expect(try #require(costs[cheap]) < #require(costs[dear]))
        let poverty = try #require(values["Village/headcount_ratio"])
        #expect(poverty[cheap] == poverty[dear])
      }
    }
  }

  @Test(
    "an analysis writes its table",
    arguments: [
      ("sobol_indices: {points: 4}", "indices.csv", 20), ("morris: {trajectories: 2}", "elementary_effects.csv", 8),
      ("tornado: {low: 0.1}", "tornado.csv", 7),
    ])
  func analyses(method: String, table: String, points: Int) throws {
    let program = try Self.program(method)
    let outcome = try program.call("sensitivity", "design.yaml", "--out", "results")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try program.names("results").contains(table))
    // Three variables for two measures of two scenarios and their differences.
    #expect(try program.text("results/\(table)").split(separator: "\n").count == 1 + 3 * 2 * 3)
    #expect(try program.text("results/design.csv").split(separator: "\n").count == 1 + points)
    #expect(outcome.output.contains("grant"))
  }

  @Test("threads change nothing but the record of the execution")
  func threads() throws {
    let program = try Self.program("sobol_indices: {points: 3}")
    var identities: Set<String> = []
    for threads in ["1", "2", "7"] {
      let outcome = try program.call(
        "sensitivity", "design.yaml", "--out", "results-\(threads)", "--threads", threads)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let files = try program.names("results-\(threads)").map { name in
        let text = try program.text("results-\(threads)/\(name)")
        return name + (text.range(of: "\n  \"execution\": {").map { String(text[..<$0.lowerBound]) } ?? text)
      }
      identities.insert(files.joined())
    }
    #expect(identities.count == 1)
  }

  @Test("results are verified, and a changed digit is found")
  func verify() throws {
    let program = try Self.program("latin_hypercube: {points: 3}")
    try program.call("sweep", "design.yaml", "--out", "results", "--quiet")
    let proved = try program.call("verify", "results")
    #expect(proved.exitCode == 0, "\(proved.output) \(proved.errors)")
    let text = try program.text("results/outcomes.csv")
    let place = try #require(text.lastIndex { $0.isNumber && $0 != "2" })
    try program.write(
      text.replacingCharacters(in: place...place, with: "2"), to: "results/outcomes.csv")
    let refuted = try program.call("verify", "results")
    #expect(refuted.exitCode == 1)
    #expect(refuted.output.contains("outcomes.csv"))
  }

  @Test("a sweep that was killed is resumed to the same bytes")
  func resume() throws {
    let program = try Self.program("latin_hypercube: {points: 120}")
    try program.call("sweep", "design.yaml", "--out", "whole", "--quiet", "--threads", "2")
    let process = try program.start(["sweep", "design.yaml", "--out", "broken", "--quiet", "--threads", "2"])
    let journal = program.directory + "/broken.partial/journal"
    var committed = 0
    while process.isRunning, committed < 3 {
      committed = ((try? String(contentsOfFile: journal, encoding: .utf8)) ?? "").split(separator: "\n").count - 1
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try #require(try program.names().contains("broken.partial"), "it ended before it was killed")
    let resumed = try program.call("resume", "broken", "--quiet")
    #expect(resumed.exitCode == 0, "\(resumed.errors)")
    for name in try program.names("whole") where name != "run.json" {
      #expect(try program.text("broken/\(name)") == program.text("whole/\(name)"), "\(name)")
    }
    #expect(try !program.names().contains("broken.partial"))
  }

  @Test("a broken design, a method of the other command and a wrong call have their exit codes")
  func exitCodes() throws {
    let program = try Self.program("latin_hypercube: {points: 3}")
    let other = try program.call("sensitivity", "design.yaml")
    #expect(other.exitCode == 65)
    #expect(other.errors.contains("'latin_hypercube' belongs to another command: untrap sweep DESIGN"))
    try program.write(Self.design("latin_hypercube: {points: 3}").replacing("0.2]", with: "2]"), to: "broken.yaml")
    let broken = try program.call("sweep", "broken.yaml")
    #expect(broken.exitCode == 65)
    #expect(broken.errors.contains("broken.yaml:9:19: error: parameters.shocks.illness_probability: 2 is out of range"))
    #expect(try program.call("sweep", "nowhere.yaml").exitCode == 65)
    #expect(try program.call("sweep", "design.yaml", "--threads", "0").exitCode == 64)
    #expect(try program.call("sweep").exitCode == 64)
    #expect(try !program.names().contains("notebooks-output"))
  }

  @Test("points whose values do not fit together are left out, and the reason is told")
  func refusedPoints() throws {
    let program = try Program.withScenarios()
    let quarters = "values: [2016-Q1, 2016-Q4]"
    try program.write(
      Self.design("factorial: {levels: 2}").replacing(ScenarioText.variables, with: "") + """
        variables:
          - path: programmes.Grants.from
            \(quarters)
          - path: programmes.Grants.until
            \(quarters)

        """, to: "design.yaml")
    let outcome = try program.call("sweep", "design.yaml", "--out", "results")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("1 of 4 points could not be run and are left out; one of them: point 3: "))
    #expect(outcome.errors.contains("'until' (2016-Q1) is before 'from' (2016-Q4)"))
    let summary = try program.text("results/summary.csv").split(separator: "\n").dropFirst()
    #expect(Set(summary.compactMap(\.first)) == ["1", "2", "4"])
    #expect(try program.call("verify", "results").exitCode == 0)
  }
}
