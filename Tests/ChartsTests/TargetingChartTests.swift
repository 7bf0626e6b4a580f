import Notation
import Testing

@testable import Charts

@Suite struct TargetingChartTests {
  private static let header = "scenario,quarter,group,level,measure,mean,ci_low,ci_high\n"

  private static func chart(_ rows: String) throws -> Chart? {
    try TargetingChart.chart(
      of: SmallResults.make(["Now", "Loans"], quarters: 10, ["summary.csv": (header + rows).lines]))
  }

  @Test("the largest error of each kind in the last quarter is told, in per cent")
  func largest() throws {
    let chart = try #require(
      try Self.chart(
        """
        Loans,5,programme,Credit,inclusion_error,0.99,0.98,1
        Loans,10,programme,Credit,inclusion_error,0.4,0.3,0.5
        Loans,10,programme,Credit,exclusion_error,0.7,0.65,0.75
        Loans,10,programme,Works,exclusion_error,,,
        Loans,10,programme,Credit,targeting_performance,1.5,1.4,1.6
        """))
    #expect(
      chart.statement
        == "By means, the largest inclusion error is that of Credit in Loans: 40.0% (95% interval 30.0 to 50.0) of the "
        + "enrolled households were not poor by their consumption when they were enrolled; the largest exclusion error "
        + "is that of Credit in Loans: 70.0% (95% interval 65.0 to 75.0) of the households of its area that are poor by "
        + "their consumption have not been enrolled.")
    #expect(
      chart.panels.map(\.title) == [
        "inclusion error, % of those enrolled", "exclusion error, % of the poor by consumption",
        "targeting performance, 1 = as if everybody were enrolled",
      ])
    #expect(
      chart.panels[1].rows.map(\.compact) == [
        #"{"programme":"Credit","scenario":"Loans","mean":70,"95% low":65,"95% high":75}"#
      ])
    #expect(chart.panels[2].rows[0].compact.contains(#""mean":1.5"#))
  }

  @Test("an error without an interval is told without one")
  func oneReplication() throws {
    let chart = try #require(try Self.chart("Loans,10,programme,Credit,leakage,0.05,,"))
    #expect(
      chart.statement
        == "By means, the largest leakage is that of Credit in Loans: 5.0% (no interval) of the benefits went to patrons."
    )
  }

  @Test("an error of zero is told as none")
  func none() throws {
    let chart = try #require(try Self.chart("Loans,10,programme,Credit,leakage,0,0,0"))
    #expect(chart.statement == "By means, there is no leakage.")
  }

  @Test("programmes that enrol nobody give no chart")
  func undefined() throws {
    #expect(try Self.chart("Loans,10,programme,Works,inclusion_error,,,") == nil)
  }
}
