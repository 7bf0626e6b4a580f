import Testing

@testable import Charts

@Suite("Who gains") struct GainsChartTests {
  private static func chart(_ scenarios: [String], replications: Int = 10, _ lines: [String]) throws -> Chart? {
    let heading = "scenario,quarter,group,level,measure,difference,ci_low_family,ci_high_family,unit"
    return try GainsChart.chart(
      of: SmallResults.make(
        scenarios, replications: replications,
        ["comparison.csv": [heading + ",replications"] + lines.map { "\($0),\(replications)" }]))
  }

  private static func line(_ scenario: String, _ group: String, _ numbers: String) -> String {
    "\(scenario),8,\(group),out_of_dependency,\(numbers),share of households"
  }

  @Test("groups are called as people call them, in a fixed order, without those that have nobody")
  func rows() throws {
    let chart = try Self.chart(
      ["A", "B"],
      [
        Self.line("B", "minority,yes", "0.01,0.005,0.015"), Self.line("B", "minority,no", ",,"),
        Self.line("B", "sex_of_head,female", "0,-0.01,0.01"),
        Self.line("B", "band,extremely_poor", "-0.02,-0.03,-0.01"),
      ])
    let names = chart?.panels.first?.text.compactMap { $0.split(separator: #"""#).dropFirst(3).first }
    #expect(names == ["extremely poor", "female head", "minority"])
    #expect(
      chart?.panels.first?.text.last
        == #"{"households":"minority","scenario":"B","difference":1,"#
        + #""95% low":0.5,"95% high":1.5,"told from none":"yes"}"#
    )
  }

  @Test("the statement counts what is told apart, and warns of many groups")
  func statement() throws {
    let chart = try Self.chart(
      ["A", "B"],
      [Self.line("B", "minority,yes", "0.01,0.005,0.015"), Self.line("B", "minority,no", "-0.02,-0.05,0.01")])
    #expect(
      chart?.statement
        == "After 2 years, against A, the share of households out of dependency is higher in 1, and not told apart in "
        + "1 of 2 groups; the largest difference told apart is +1.000 points (95% interval 0.500 to 1.500) for "
        + "“minority”, with intervals that are not adjusted for looking at many groups.")
  }

  @Test("with several scenarios each group is counted once for each")
  func several() throws {
    let chart = try Self.chart(
      ["A", "B", "C"],
      [Self.line("B", "minority,yes", "0.01,0.005,0.015"), Self.line("C", "minority,yes", "0.02,0.01,0.03")])
    #expect(chart?.statement.contains("higher in 2 of 2 pairs of a group and a scenario") == true)
    #expect(chart?.statement.contains("for “minority” in C") == true)
  }

  @Test("few replications tell no group apart")
  func evidence() throws {
    let chart = try #require(
      try Self.chart(["A", "B"], replications: 3, [Self.line("B", "minority,yes", "0.01,0.005,0.015")]))
    #expect(chart.statement.contains("is not told apart in 1 of 1 group; the largest mean difference, which is not "))
    #expect(chart.statement.hasSuffix("; with 3 replications this is no evidence."))
    #expect(chart.panels[0].text[0].contains(#""told from none":"no""#))
    #expect(chart.reading.contains("all points are hollow, since 3 replications are too few"))
  }

  @Test("where nothing is told apart the statement says so")
  func none() throws {
    let chart = try Self.chart(["A", "B"], [Self.line("B", "minority,no", "-0.02,-0.05,0.01")])
    #expect(
      chart?.statement.contains("is not told apart in 1 of 1 group; the largest mean difference, which is not told")
        == true)
  }

  @Test("no difference at all is not called doubt")
  func equal() throws {
    let chart = try Self.chart(
      ["A", "B"], [Self.line("B", "minority,no", "0,0,0"), Self.line("B", "minority,yes", "0,0,0")])
    #expect(chart?.statement.contains("is exactly equal in 2 of 2 groups, with intervals") == true)
  }

  @Test("one scenario has no gains")
  func single() throws {
    #expect(try Self.chart(["A"], [Self.line("A", "minority,yes", "0.01,0.005,0.015")]) == nil)
  }
}
