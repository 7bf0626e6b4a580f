import Testing

@testable import Charts

@Suite("Paths over time") struct PathsChartTests {
  private static let heading = "scenario,quarter,group,level,measure,mean,ci_low,ci_high,unit"

  private static func line(_ scenario: String, _ quarter: Int, _ numbers: String) -> String {
    "\(scenario),\(quarter),all,all,out_of_dependency,\(numbers),share of households"
  }

  private static func chart(_ scenarios: [String], quarters: Int = 8, _ lines: [String]) throws -> Chart? {
    try PathsChart.chart(
      of: SmallResults.make(scenarios, quarters: quarters, ["summary.csv": [heading] + lines]))
  }

  @Test("rows are in the unit shown, at calendar years")
  func rows() throws {
    let chart = try Self.chart(["A"], [Self.line("A", 0, "0.2,0.19,0.21"), Self.line("A", 6, "0.25,,")])
    #expect(
      chart?.panels.first?.text == [
        #"{"scenario":"A","quarter":0,"year":2019,"mean":20,"95% low":19,"95% high":21}"#,
        #"{"scenario":"A","quarter":6,"year":2020.5,"mean":25,"95% low":null,"95% high":null}"#,
      ])
  }

  @Test("the statement names the baseline's way and the highest mean")
  func highest() throws {
    let chart = try Self.chart(
      ["A", "B"],
      [Self.line("A", 0, "0.2,0.19,0.21"), Self.line("A", 8, "0.25,0.24,0.26"), Self.line("B", 8, "0.3,0.28,0.32")])
    #expect(
      chart?.statement == "After 2 years the share of households out of dependency is 25.00% (95% interval 24.00 to "
        + "26.00) in A, from 20.00% at the start; the highest mean is 30.00% (95% interval 28.00 to 32.00) in B.")
  }

  @Test("a baseline that is highest is said to be")
  func baselineIsHighest() throws {
    let chart = try Self.chart(["A", "B"], [Self.line("A", 8, "0.25,0.24,0.26"), Self.line("B", 8, "0.2,0.1,0.3")])
    #expect(chart?.statement.hasSuffix("in A; no other scenario has a higher mean.") == true)
  }

  @Test("a mean that is higher only in decimals that are not shown is not called the highest")
  func sameToPrecision() throws {
    let chart = try Self.chart(["A", "B"], [Self.line("A", 8, "0.25,,"), Self.line("B", 8, "0.250001,,")])
    #expect(chart?.statement.hasSuffix("; no other scenario has a mean that is higher to this precision.") == true)
  }

  @Test("scenarios that share the highest mean are not called the one that has it")
  func ties() throws {
    let lines = ["A", "B", "C", "D", "E"].map { Self.line($0, 8, $0 == "A" ? "0.25,," : "0.3,,") }
    #expect(
      try Self.chart(["A", "B", "C", "D", "E"], lines)?.statement.hasSuffix(
        "; the highest mean is 30.00%, in B and 3 others.") == true)
    #expect(
      try Self.chart(["A", "B", "C"], Array(lines.prefix(3)))?.statement.hasSuffix(
        "; the highest mean is 30.00%, in B and C.") == true)
  }

  @Test("bands are not explained where there are none")
  func reading() throws {
    let lines = ["summary.csv": [Self.heading, Self.line("A", 8, "0.25,,")]]
    let reading = { try PathsChart.chart(of: SmallResults.make(["A"], replications: $0, lines))?.reading }
    #expect(try reading(1) == "Lines are a single replication, which has no intervals.")
    #expect(try reading(2)?.contains("bands hold each mean") == true)
  }

  @Test("one replication has no interval, and nothing to compare")
  func noInterval() throws {
    let chart = try Self.chart(["A"], [Self.line("A", 8, "0.25,,")])
    #expect(
      chart?.statement == "After 2 years the share of households out of dependency is 25.00% (no interval) in A.")
  }

  @Test("a mean that is undefined is not spelled")
  func undefined() throws {
    #expect(
      try Self.chart(["A"], [Self.line("A", 8, ",,")])?.statement
        == "After 2 years the share of households out of dependency has no mean.")
  }

  @Test("long paths show whole years only")
  func thinned() throws {
    let lines = (0...500).map { Self.line("A", $0, "0.2,0.1,0.3") }
    #expect(try Self.chart(["A"], quarters: 500, lines)?.panels.first?.rows.count == 126)
  }

  @Test("without the measures there is no chart")
  func missing() throws {
    #expect(try Self.chart(["A"], []) == nil)
    #expect(try PathsChart.chart(of: SmallResults.make(["A"], [:])) == nil)
  }
}
