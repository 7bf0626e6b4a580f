import Testing

@testable import Charts

@Suite("Differences from the baseline") struct DifferencesChartTests {
  private static func chart(_ scenarios: [String], replications: Int = 10, _ lines: [String]) throws -> Chart? {
    let heading = "scenario,quarter,group,level,measure,difference,ci_low,ci_high,ci_low_family,ci_high_family,unit"
    return try DifferencesChart.chart(
      of: SmallResults.make(
        scenarios, replications: replications,
        ["comparison.csv": [heading + ",replications"] + lines.map { "\($0),\(replications)" }]))
  }

  private static func line(_ scenario: String, _ difference: String, _ low: String, _ high: String) -> String {
    "\(scenario),8,all,all,out_of_dependency,\(difference),0,0,\(low),\(high),share of households"
  }

  @Test("rows hold the interval for all scenarios together")
  func rows() throws {
    let chart = try Self.chart(["A", "B"], [Self.line("B", "0.01", "0.005", "0.015")])
    #expect(
      chart?.panels.first?.text == [
        #"{"scenario":"B","difference":1,"95% low":0.5,"95% high":1.5,"told from none":"yes"}"#
      ])
  }

  @Test("each finding is told in its own words")
  func findings() throws {
    let chart = try Self.chart(
      ["A", "B", "C", "D", "E", "F"],
      [
        Self.line("B", "0.01", "0.005", "0.015"), Self.line("C", "-0.02", "-0.03", "-0.01"),
        Self.line("D", "0.001", "-0.001", "0.003"), Self.line("E", "0", "0", "0"), Self.line("F", "0.001", "", ""),
      ])
    #expect(
      chart?.statement
        == "After 2 years, against A, the share of households out of dependency is higher in B, lower in C, not told "
        + "apart in D, exactly equal in E, and without an interval in F; the largest difference told apart is -2.000 points (95% interval -3.000 "
        + "to -1.000) in C.")
  }

  @Test("a single difference is not called the largest")
  func single() throws {
    let chart = try Self.chart(["A", "B"], [Self.line("B", "0.001", "-0.001", "0.003")])
    #expect(
      chart?.statement == "After 2 years, against A, the share of households out of dependency is not told "
        + "apart in B: the difference is +0.100 points (95% interval -0.100 to 0.300).")
    #expect(chart?.panels.first?.text.first?.contains(#""told from none":"no""#) == true)
  }

  @Test("the largest difference is one that is told apart, if any is")
  func largest() throws {
    let small = Self.line("B", "0.01", "0.005", "0.015")
    let wide = Self.line("C", "0.05", "-0.01", "0.11")
    let told = try Self.chart(["A", "B", "C"], [small, wide])
    #expect(told?.statement.contains("; the largest difference told apart is +1.000 points") == true)
    let doubtful = try Self.chart(["A", "B", "C"], [Self.line("B", "0.001", "-0.001", "0.003"), wide])
    #expect(
      doubtful?.statement.contains("; the largest mean difference, which is not told apart, is +5.000 points") == true)
    let same = try Self.chart(["A", "B", "C"], [small, Self.line("C", "0.01", "0.005", "0.015")])
    #expect(same?.statement.contains("the largest difference is +1.000 points") == true)
    #expect(same?.statement.hasSuffix(" in B and 1 other.") == true)
    let equal = try Self.chart(["A", "B", "C"], [Self.line("B", "0", "0", "0"), Self.line("C", "0", "0", "0")])
    #expect(equal?.statement.hasSuffix("is exactly equal in B and C.") == true)
  }

  @Test("few replications are no evidence")
  func evidence() throws {
    let lines = [Self.line("B", "0.01", "0.005", "0.015")]
    let chart = try #require(try Self.chart(["A", "B"], replications: 2, lines))
    #expect(
      chart.statement
        == "After 2 years, against A, the share of households out of dependency is not told apart in B: the difference is "
        + "+1.000 points (95% interval 0.500 to 1.500); with 2 replications this is no evidence.")
    #expect(chart.panels[0].text[0].contains(#""told from none":"no""#))
    #expect(chart.reading.contains("all points are hollow, since 2 replications are too few"))
    let enough = try #require(try Self.chart(["A", "B"], lines))
    #expect(enough.statement.contains("is higher in B") && !enough.statement.contains("evidence"))
    #expect(enough.panels[0].text[0].contains(#""told from none":"yes""#))
    #expect(enough.reading.contains("where it crosses 0 the point is hollow"))
  }

  @Test("an interval that ends at 0 includes it")
  func boundary() throws {
    let chart = try Self.chart(["A", "B"], [Self.line("B", "0.001", "0", "0.002")])
    #expect(chart?.statement.contains("not told apart in B") == true)
  }

  @Test("there is no chart of one scenario, or of differences that are undefined")
  func missing() throws {
    #expect(try Self.chart(["A"], [Self.line("B", "0.01", "0.005", "0.015")]) == nil)
    #expect(try Self.chart(["A", "B"], [Self.line("B", "", "", "")]) == nil)
  }
}
