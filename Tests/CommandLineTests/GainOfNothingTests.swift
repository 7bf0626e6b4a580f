import Foundation
import TestSupport
import Testing

/// A programme that moves levels of dependency but lets nobody out of it, in places whose weights do not divide evenly.
@Suite("A gain that is none")
struct GainOfNothingTests {
  private static let town =
    ScenarioText.baseline.replacing("years: 2", with: "years: 3").replacing("seed: 7", with: "seed: 9").replacing(
      "households: 3000", with: "households: 3001") + """
          - district: Kasur
            tehsil: Chunian
            settlement_type: rural
            households: 2777
            survey: {province: Punjab, region: rural}

      """
  private static let cash =
    town.replacing("name: Village", with: "name: Village with cash") + """
      programmes:
        - name: Cash
          partner: Fund
          from: 2016-Q1
          until: 2016-Q4
          budget: {total: 20_000_000, price_year: 2016}
          capacity: 20
          target: {order: poorest_first}
          package:
            - cash_transfer: {amount: 6_000, quarters: 4, delivery_cost: 100}

      """

  private static func rows(_ table: String) -> [[String: String]] {
    let lines = table.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return lines.dropFirst().map { line in
      Dictionary(uniqueKeysWithValues: zip(lines[0].map(String.init), line.map(String.init)))
    }
  }

  @Test("it is 0 in every table and dominated, and no sentence has an empty end")
  func dominated() throws {
    let program = try Program()
    try program.write(Self.town, to: "town.yaml")
    try program.write(Self.cash, to: "cash.yaml")
    let outcome = try program.call("compare", "town.yaml", "cash.yaml", "--replications", "4", "--out", "out")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("if ."))
    // As many are in dependency in each quarter of each replication, though not all are at the same levels.
    let course = Self.rows(try program.text("out/course.csv"))
    let (without, with) = (
      course.filter { $0["scenario"] == "Village" }, course.filter { $0["scenario"] == "Village with cash" }
    )
    try #require(zip(without, with).allSatisfy { $0["dependent"] == $1["dependent"] })
    let levels = ["economic_bonded", "economic_tied", "social_isolated", "political_voiceless"]
    try #require(zip(without, with).contains { (before, after) in levels.contains { before[$0] != after[$0] } })
    let effects = ["durable_exits", "dependency_years_averted"]
    let frontier = Self.rows(try program.text("out/frontier.csv")).filter {
      $0["scenario"] == "Village with cash" && effects.contains($0["effect"] ?? "")
    }
    #expect(frontier.count == 4)
    for row in frontier { #expect(row["gain"] == "0" && row["status"] == "dominated" && row["icer"] == "", "\(row)") }
    for row in Self.rows(try program.text("out/effectiveness.csv")) where effects.contains(row["effect"] ?? "") {
      #expect(row["gain"] == "0" && row["reading"] == "dominated" && row["ratio"] == "", "\(row)")
    }
    let acceptability = Self.rows(try program.text("out/acceptability.csv")).filter {
      effects.contains($0["effect"] ?? "")
    }
    #expect(acceptability.allSatisfy { $0["probability_best"] == ($0["scenario"] == "Village" ? "1" : "0") })
  }
}
