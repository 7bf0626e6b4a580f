import Foundation
import Testing

@testable import Reporting

/// By its name alone a file in a directory of unfinished results is known as one of ours: all that are ever written there
/// must be known.
@Suite("Names of the files of results")
struct OwnNamesTests {
  private static func design(_ method: String) -> String {
    ScenarioText.design(method, replications: 2, measures: "headcount_ratio, durable_exits")
  }

  private static let portfolio = """
    name: Trial
    scenario: grants.yaml
    set: {years: 1, population.households: 100}
    outcome: headcount_ratio
    budget: {total: 12_000_000, price_year: 2016}
    candidates:
      - programme: Grants
        budgets: [5_000_000, 10_000_000]
    search: {screened: 3, replications: 3, finalists: 1}

    """

  private static let small = ["--years", "1", "--households", "100", "--replications", "2"]

  @Test(
    "every file that a command writes is known",
    arguments: [
      ["run", "grants.yaml", "--microdata", "0,4"] + small, ["compare", "base.yaml", "grants.yaml"] + small,
      ["stocktake", "grants.yaml"] + small,
      ["sweep", "factorial.yaml"], ["sweep", "latin_hypercube.yaml"], ["sensitivity", "sobol_indices.yaml"],
      ["sensitivity", "morris.yaml"], ["sensitivity", "tornado.yaml"], ["optimize", "portfolio.yaml"],
      ["traps", "grants.yaml"] + small, ["measure", "survey.csv"],
    ])
  func known(call: [String]) throws {
    let program = try Program.withScenarios()
    for method in [
      "factorial: {levels: 2}", "latin_hypercube: {points: 4}", "sobol_indices: {points: 4}",
      "morris: {trajectories: 4}", "tornado: {low: 0.1}",
    ] {
      let name = String(method.prefix { $0 != ":" })
      try program.write(Self.design(method), to: name + ".yaml")
    }
    try program.write(Self.portfolio, to: "portfolio.yaml")
    try program.write(SurveyText.small, to: "survey.csv")
    let outcome = try program.call(call + ["--quiet", "--out", "out"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let names = try program.names("out")
    #expect(names.count >= 3)
    #expect(names.filter { !ResultLocation.ownNames.contains($0) } == [])
  }

  @Test("results are not replaced by what is made of them")
  func source() throws {
    let program = try Program.withScenarios()
    let run = ["run", "base.yaml", "--microdata", "0", "--quiet", "--out", "out"] + Self.small
    #expect(try program.call(run).exitCode == 0)
    let names = try program.names("out")
    for call in [["traps", "out"], ["measure", "out/households.csv"]] {
      let refused = try program.call(call + ["--out", "./out/", "--force"])
      #expect(refused.exitCode == 1)
      #expect(
        refused.errors.hasSuffix(
          "error: ./out/ would be replaced, and \(call[1]) is read from there; give another directory with --out\n"),
        "\(refused.errors)")
      #expect(try program.names("out") == names)
    }
  }

  @Test(
    "a dry run says what the call itself would refuse",
    arguments: [
      ["traps", "own"], ["traps", "base.yaml"], ["run", "own/base.yaml"],
      ["run", "base.yaml", "--survey", "own/s.csv"], ["sweep", "own/tornado.yaml"], ["optimize", "own/portfolio.yaml"],
    ])
  func dryRun(call: [String]) throws {
    let program = try Program.withScenarios()
    #expect(try program.call(["run", "base.yaml", "--quiet", "--out", "own"] + Self.small).exitCode == 0)
    for file in ["base.yaml", "grants.yaml"] { try program.write(program.text(file), to: "own/" + file) }
    try program.write(Self.design("factorial: {levels: 2}"), to: "own/tornado.yaml")
    try program.write(Self.portfolio, to: "own/portfolio.yaml")
    try program.write(SurveyText.small, to: "own/s.csv")
    for options in [["--out", "own", "--force"], ["--out", "own"]] {
      let refused = try program.call(call + options)
      #expect(refused.exitCode == 1)
      let reason = try #require(refused.errors.split(separator: "\n").last?.dropFirst("error: ".count))
      let planned = try program.call(call + options + ["--dry-run"])
      #expect(planned.exitCode == 0, "\(planned.errors)")
      #expect(planned.output.contains("own (in the way: \(reason))"), "\(planned.output)\(refused.errors)")
    }
  }
}
