import Foundation
import Testing

@Suite("Mechanisms, stocktake and description")
struct MechanismTests {
  @Test("--without is recorded as the origin of what it sets, in every scenario of the call")
  func record() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call(
      "compare", "base.yaml", "grants.yaml", "--without", "role_models,interest", "--without", "wage_wedge",
      "--set", "parameters.earn.wage_wedge.tied=0.5", "--out", "out")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = try program.text("out/run.json")
    let record = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let scenarios = try #require(record["scenarios"] as? [[String: Any]])
    #expect(scenarios.count == 2)
    for scenario in scenarios {
      let values = try #require(scenario["values"] as? [[String: Any]])
      let off = values.filter { ($0["origin"] as? String)?.hasPrefix("--without") == true }
      #expect(off.allSatisfy { $0["value"] as? Double == 0 })
      #expect(off.count == 6 + 4 + 4)
      for (path, origin) in [
        ("parameters.dependency.coefficients.role_models.social_up", "--without role_models"),
        ("parameters.trade.interest_rate.bonded", "--without interest"),
        ("parameters.earn.wage_wedge.tied", "--without wage_wedge"),
      ] {
        #expect(off.contains { $0["path"] as? String == path && $0["origin"] as? String == origin }, "\(path)")
      }
    }
  }

  @Test("a comparison differs without a mechanism that is at work, and not without one that is idle")
  func effect() throws {
    let program = try Program.withScenarios()
    func comparison(_ options: String...) throws -> [String] {
      let call = ["compare", "base.yaml", "grants.yaml", "--out", "out", "--force", "--quiet"] + options
      let outcome = try program.call(call)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      return try ["comparison.csv", "outcomes.csv", "transitions.csv"].map { try program.text("out/" + $0) }
    }
    let whole = try comparison()
    // Nobody is coached.
    #expect(try comparison("--without", "coaching") == whole)
    #expect(try comparison("--without", "role_models")[0] != whole[0])
    #expect(try comparison("--without", "wage_wedge")[0] != whole[0])
  }

  @Test("stocktake writes what a run writes and shows no headlines")
  func stocktake() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("stocktake", "grants.yaml", "--without", "interest")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Village with grants"))
    #expect(outcome.output.contains("\nResults: notebooks-output/grants (19 files, "))
    #expect(!outcome.output.contains("headcount ratio"))
    #expect(outcome.errors.contains("warning: intervals from 2 replications are unreliable"))
    #expect(
      try program.names("notebooks-output/grants") == [
        "budget_impact.csv", "costs.csv", "course.csv", "datapackage.json", "decomposition.csv", "dynamics.csv",
        "growth_incidence.csv", "institutions.csv", "mobility.csv", "outcomes.csv", "reach.csv", "run.json",
        "stocktake.csv", "summary.csv", "sums.bin", "survival.csv", "transition_matrix.csv", "transitions.csv",
        "yearly_transitions.csv",
      ])
    #expect(try program.text("notebooks-output/grants/run.json").contains("\"command\": \"stocktake\""))
    let stocktake = try program.text("notebooks-output/grants/stocktake.csv")
    #expect(try program.call("run", "grants.yaml", "--without", "interest", "--out", "run").exitCode == 0)
    #expect(try program.text("run/stocktake.csv") == stocktake)
    #expect(try program.text("run/outcomes.csv") == program.text("notebooks-output/grants/outcomes.csv"))
  }

  @Test("the stocktake names who has done what")
  func stocktakeTable() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("stocktake", "grants.yaml", "--out", "out")
    #expect(outcome.output.hasPrefix("Stocktake of Village with grants after 8 quarters, means of 2 replications\n\n"))
    #expect(outcome.output.contains("\nTest fund  Kasur"))
    for total in ["households", "PKR million", "overlap", "unmet need"] {
      #expect(outcome.output.contains("\n\(total) "), "\(total)")
    }
    #expect(try program.text("out/stocktake.csv").contains("\nVillage with grants,1,Test fund,Kasur,"))
  }

  @Test("describe lists mechanisms and parameters")
  func describe() throws {
    let program = try Program()
    let mechanisms = try program.call("describe", "--mechanisms")
    #expect(mechanisms.exitCode == 0)
    #expect(mechanisms.output.contains("\nrole_models "))
    #expect(!mechanisms.output.contains("\u{1B}"))
    let parameters = try program.call("describe", "--parameters")
    #expect(parameters.exitCode == 0)
    #expect(parameters.output.contains("\nshocks.illness_probability "))
    let both = try program.call("describe", "--parameters", "--mechanisms")
    #expect(both.output == mechanisms.output + "\n" + parameters.output)
  }

  @Test("describe alone is a wrong call and shows what it takes")
  func describeAlone() throws {
    let outcome = try Program().call("describe")
    #expect(outcome.exitCode == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("untrap describe --mechanisms"))
    #expect(outcome.errors.contains("USAGE: untrap describe [<scenario>]"))
  }

  @Test("quarters beyond the horizon are told in one line")
  func microdata() throws {
    let outcome = try Program.withScenarios().call("run", "base.yaml", "--microdata", "0,9")
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors == "error: --microdata 9: the run ends at quarter 8\n")
  }
}
