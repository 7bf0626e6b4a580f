import Notation
import Testing

@testable import Charts

@Suite struct InstitutionsChartTests {
  private static let summary = """
    quarter,group,measure
    0,all,households
    4,all,households
    8,all,households
    """
  private static let header = "scenario,replication,quarter,place,tier,status,count,members,maturity\n"

  private static func chart(_ rows: String, scenarios: [String] = ["Now", "Loans"]) throws -> Chart? {
    try InstitutionsChart.chart(
      of: SmallResults.make(
        scenarios, replications: 4, ["institutions.csv": (header + rows).lines, "summary.csv": summary.lines]))
  }

  @Test("replications and quarters without rows count as none")
  func means() throws {
    let chart = try #require(
      try Self.chart(
        """
        Loans,1,8,A,community_organisation,active,6,120,0.5
        Loans,1,8,B,community_organisation,active,2,40,0.1
        Loans,2,8,A,community_organisation,dormant,4,60,0.9
        """))
    #expect(
      chart.statement
        == "After 2 years, by means of replications, Loans has 2.0 active community organisations and 1.0 dormant "
        + "institutions of all tiers.")
    #expect(chart.panels.map(\.title) == ["Loans"])
    #expect(
      chart.panels[0].rows.map(\.compact) == [
        #"{"tier":"community organisation","year":2019,"active":0,"forming":0,"dormant":0,"insolvent":0,"member households":0,"#
          + #""mean maturity":null}"#,
        #"{"tier":"community organisation","year":2020,"active":0,"forming":0,"dormant":0,"insolvent":0,"member households":0,"#
          + #""mean maturity":null}"#,
        #"{"tier":"community organisation","year":2021,"active":2,"forming":0,"dormant":1,"insolvent":0,"member households":55,"#
          + #""mean maturity":0.4}"#,
      ])
  }

  @Test("tiers keep their order, whatever that of the table")
  func tiers() throws {
    let chart = try #require(
      try Self.chart(
        """
        Loans,1,8,A,network,active,1,100,
        Loans,1,8,A,community_organisation,active,4,60,0.5
        """))
    #expect(chart.key.map(\.name) == ["community organisation", "network"])
  }

  @Test("of many scenarios those with the fewest and the most are told")
  func extremes() throws {
    let names = ["A", "B", "C", "D"]
    let rows = zip(names, [3, 1, 2, 4]).map { "\($0),1,8,P,network,active,\($1 * 4),10," }
    let chart = try #require(try Self.chart(rows.joined(separator: "\n"), scenarios: names))
    #expect(
      chart.statement
        == "After 2 years, by means of replications, B (the fewest active networks of 4 scenarios) has 1.0 active "
        + "networks and 0.0 dormant institutions of all tiers; D (the most active networks of 4 scenarios) has 4.0 "
        + "active networks and 0.0 dormant institutions of all tiers.")
  }

  @Test("of many scenarios only those with institutions are counted")
  func withAny() throws {
    let rows = zip(["A", "B", "C", "D"], [3, 1, 2, 4]).map { "\($0),1,8,P,network,active,\($1 * 4),10," }
    let chart = try #require(
      try Self.chart(rows.joined(separator: "\n"), scenarios: ["Now", "A", "B", "C", "D"]))
    #expect(chart.statement.contains("B (the fewest active networks of the 4 scenarios with any)"))
  }

  @Test("one year and odd quarters are told in good English")
  func times() throws {
    func statement(quarter: Int) throws -> String? {
      let rows = Self.header + "Loans,1,\(quarter),A,network,active,1,100,"
      return try InstitutionsChart.chart(
        of: SmallResults.make(["Loans"], replications: 4, ["institutions.csv": rows.lines]))?.statement
    }
    #expect(try statement(quarter: 4)?.hasPrefix("After 1 year, ") == true)
    #expect(try statement(quarter: 5)?.hasPrefix("After 5 quarters, ") == true)
  }

  @Test("a table of headings alone gives no chart")
  func empty() throws {
    #expect(try Self.chart("") == nil)
  }
}
