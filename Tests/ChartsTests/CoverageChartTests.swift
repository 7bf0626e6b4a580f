import Notation
import Testing

@testable import Charts

@Suite struct CoverageChartTests {
  private static let header =
    "scenario,replication,partner,district,union_council,intervention,households,pkr,overlap,unmet_need\n"

  private static func chart(_ rows: [String], scenarios: [String] = ["Loans"], replications: Int = 2) throws -> Chart? {
    let text = header + rows.joined(separator: "\n")
    return try CoverageChart.chart(
      of: SmallResults.make(scenarios, replications: replications, ["stocktake.csv": text.lines]))
  }

  private static let rows = [
    "Loans,1,Bank,D,UC 1,soft_loan,30,900,4,0", "Loans,1,Fund,D,UC 1,soft_loan,10,300,4,0",
    "Loans,2,Bank,D,UC 2,soft_loan,20,600,0,0", "Loans,1,Fund,D,all of its area,collective_works,0,500,0,0",
    "Loans,1,nobody,D,UC 1,unserved,0,0,0,50", "Loans,2,nobody,D,UC 2,unserved,0,0,0,70",
  ]

  @Test("cells are means over all replications, overlaps count for each partner")
  func cells() throws {
    let chart = try #require(try Self.chart(Self.rows))
    let rows = chart.panels[0].rows.map(\.compact)
    #expect(rows.count == 4 * 3)
    #expect(rows[0] == #"{"line":"Bank: soft loan","counts":"served","place":"UC 1","households":15}"#)
    #expect(rows[2] == #"{"line":"Bank: soft loan","counts":"served","place":"all places","households":25}"#)
    #expect(
      rows[6] == #"{"line":"overlap: soft loan from another partner too","counts":"overlap","place":"UC 1","#
        + #""households":4}"#)
    #expect(
      rows[11] == #"{"line":"nobody: poor by the scorecard","counts":"unmet need","place":"all places","#
        + #""households":60}"#)
  }

  @Test("colours are equally strong for equal numbers in all panels")
  func strength() throws {
    let chart = try #require(
      try Self.chart(
        ["A,1,nobody,D,UC 1,unserved,0,0,0,50", "B,1,nobody,D,UC 1,unserved,0,0,0,70"], scenarios: ["A", "B"],
        replications: 1))
    #expect(chart.panels.count == 2)
    for panel in chart.panels {
      let text = chart.specification(of: panel, palette: .light).compact
      #expect(text.contains(#"max({\"served\":0,\"overlap\":0,\"unmet need\":70}[datum.counts], 1)"#))
    }
  }

  @Test("the statement tells the gap, where it is largest, and the overlaps")
  func statement() throws {
    let chart = try #require(try Self.chart(Self.rows))
    #expect(
      chart.statement
        == "By means of replications, in Loans nobody serves 60 households that are poor by the scorecard (most in UC 2: "
        + "35), and 4 households, counted once for each partner and intervention, have received the same from two or more partners."
    )
  }

  @Test("without gaps and overlaps the statement says so")
  func complete() throws {
    let chart = try #require(try Self.chart(["Loans,1,Bank,D,UC 1,soft_loan,30,900,0,0"]))
    #expect(
      chart.statement
        == "By means of replications, in Loans every household that is poor by the scorecard is served, and no household "
        + "has received the same from two partners.")
  }

  @Test("many union councils are added up to districts")
  func districts() throws {
    let rows = (1...13).map { "Loans,1,nobody,D \($0 % 2),UC \($0),unserved,0,0,0,2" }
    let chart = try #require(try Self.chart(rows, replications: 1))
    #expect(chart.panels[0].rows.count == 3)
    #expect(!chart.reading.contains("largest unmet need have columns"))
  }

  @Test("of many districts those with the largest unmet need have columns, and the sum holds all")
  func many() throws {
    let rows = (1...20).map { "Loans,1,nobody,D \($0),UC \($0),unserved,0,0,0,\($0)" }
    let chart = try #require(try Self.chart(rows, replications: 1))
    let cells = chart.panels[0].rows.map(\.compact)
    #expect(cells.count == 13)
    #expect(cells[0].contains(#""place":"D 20","households":20"#))
    #expect(cells[11].contains(#""place":"D 9","households":9"#))
    #expect(cells[12].contains(#""place":"all places","households":210"#))
    #expect(chart.reading.contains("Of 20 places, the 12 with the largest unmet need have columns."))
  }

  @Test("a table of headings alone gives no chart")
  func empty() throws {
    #expect(try Self.chart([]) == nil)
  }
}
