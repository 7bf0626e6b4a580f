import Charts
import Reporting
import TestSupport
import Testing

@testable import Pages

@Suite("Answers of sensitivity analyses")
struct SensitivityAnswerTests {
  private static func row(
    _ scenario: String, _ measure: String, _ of: String, _ variable: String, _ swing: String
  ) -> String {
    let unit = measure == "durable_exits" ? "real households" : "share of persons"
    return "\(scenario),\(measure),\(of),\(variable),\(swing),\(unit)"
  }

  private static func sentences(_ rows: [String], replications: Int = 10) throws -> [String] {
    let heading = "scenario,measure,of,variable,swing,swing_low,swing_high,unit"
    return try sentences(["tornado.csv": [heading] + rows], replications: replications)
  }

  private static func sentences(_ tables: [String: [String]], replications: Int = 10) throws -> [String] {
    let results = ResultSet(
      scenarios: ["Base", "Loans"], isComparison: true, start: "2019-Q1", quarters: 40,
      replications: replications, source: SmallTables(tables))
    let scenarios = ["Base", "Loans"].map { ScenarioRecord(name: $0, file: "\($0).yaml", values: []) }
    return try Answer(
      SmallResults.source("sensitivity", scenarios: scenarios, replications: replications, results: results)
    ).sentences
  }

  @Test("it speaks of every measure and scenario: what does not move the first may move another")
  func all() throws {
    let sentences = try Self.sentences([
      Self.row("Base", "headcount_ratio", "value", "rate", "0.1,0.05,0.15"),
      Self.row("Loans", "headcount_ratio", "difference", "rate", "0.001,-0.001,0.003"),
      Self.row("Loans", "headcount_ratio", "difference", "size", "0.002,-0.001,0.005"),
      Self.row("Loans", "headcount_ratio", "difference", "wage", "0,0,0"),
      Self.row("Loans", "durable_exits", "difference", "rate", "-40,-60,-20"),
      Self.row("Loans", "durable_exits", "difference", "size", "70,50,90"),
      Self.row("Loans", "durable_exits", "difference", "wage", "1,-1,3"),
    ])
    #expect(
      sentences[0] == """
        By the swing from its low to its high value, all others as usual, what moves the difference that Loans makes to \
        durable exits most is size (+70, 50 to 90), then rate (-40, -60 to -20); none of 3 variables can be told to move \
        the difference that Loans makes to headcount ratio.
        """)
    #expect(sentences[1] == "1 variable of 3 cannot be told to move any of these 2 results: wage.")
    #expect(sentences.count == 3)
  }

  @Test("where no variable can be told to move any result, that is said once, of each result")
  func none() throws {
    let rows = ["headcount_ratio", "durable_exits"].flatMap { measure in
      ["rate", "size"].map { Self.row("Loans", measure, "difference", $0, "1,-1,3") }
    }
    let sentences = try Self.sentences(rows)
    #expect(sentences.count == 2)
    #expect(
      sentences[0].hasSuffix(
        "usual, none of 2 variables can be told to move the difference that Loans makes to headcount ratio, or the "
          + "difference that Loans makes to durable exits."))
  }

  private static let uncertainty = "scenario,measure,of,sd_interaction,chance_share"

  @Test("shares of variance that chance alone would give are no influence")
  func noiseInIndices() throws {
    func first(_ chance: String) throws -> String {
      let quantity = "Loans,headcount_ratio,difference"
      return try Self.sentences([
        "indices.csv": [
          "scenario,measure,of,variable,total,total_low,total_high", "\(quantity),rate,0.39,0.16,0.95",
          "\(quantity),size,0.9,0.7,1.19",
        ], "uncertainty.csv": [Self.uncertainty, "\(quantity),0.01,\(chance)"],
      ])[0]
    }
    #expect(try first("1").contains("none of 2 variables can be told to move"))
    #expect(try first("0.3").contains("most is size (90%, 70 to 119)."))
    #expect(try first("0.1").contains("then rate (39%, 16 to 95)."))
    #expect(try first("").contains("then rate"))
  }

  @Test("sizes of effects that chance alone would give are no influence")
  func noiseInEffects() throws {
    func first(_ deviation: String) throws -> String {
      try Self.sentences([
        "elementary_effects.csv": [
          "scenario,measure,of,variable,mu_star,mu_star_low,mu_star_high,unit",
          "Loans,durable_exits,difference,rate,40,30,50,real households",
        ], "uncertainty.csv": [Self.uncertainty, "Loans,durable_exits,difference,\(deviation),0.9"],
      ])[0]
    }
    // 4 s / sqrt(10 pi) is 0.7136 s.
    #expect(try first("43").contains("none of 1 variable can be told to move"))
    #expect(try first("41").contains("most is rate ("))
  }

  @Test("swings over few replications are no evidence")
  func few() throws {
    let rows = [Self.row("Loans", "durable_exits", "difference", "rate", "8,8,8")]
    #expect(try Self.sentences(rows, replications: 9)[0].hasSuffix("; with 9 replications this is no evidence."))
    #expect(try !Self.sentences(rows)[0].contains("no evidence"))
  }
}
