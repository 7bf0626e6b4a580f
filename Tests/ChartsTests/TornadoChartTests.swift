import Notation
import Testing

@testable import Charts

@Suite struct TornadoChartTests {
  private static let header =
    "scenario,measure,of,variable,low_value,high_value,usual,low,high,swing,swing_low,swing_high,unit\n"

  private static func chart(_ rows: String, replications: Int = 10) throws -> Chart? {
    try TornadoChart.chart(
      of: SmallResults.make(
        ["Now", "Loans"], replications: replications, ["tornado.csv": (header + rows).lines]))
  }

  private static let rows = """
    Now,headcount_ratio,value,saving,0.1,0.3,0.2,0.25,0.15,-0.1,-0.12,-0.08,share of persons
    Loans,headcount_ratio,difference,take-up,0.5,1,-0.02,-0.01,-0.03,-0.02,-0.05,0.01,share of persons
    Loans,headcount_ratio,difference,saving,0.1,0.3,-0.02,-0.05,-0.01,0.04,0.03,0.05,share of persons
    """

  @Test("few replications are no evidence, neither in the statement nor for those who cannot see the picture")
  func evidence() throws {
    let few = try #require(try Self.chart(Self.rows, replications: 3))
    let enough = try #require(try Self.chart(Self.rows))
    for (some, whole) in [
      (few.statement, enough.statement), (few.panels[0].alternativeText, enough.panels[0].alternativeText),
    ] {
      #expect(some == whole.dropLast() + "; with 3 replications this is no evidence.")
    }
  }

  @Test("differences are shown where there are any, by the size of the swing")
  func order() throws {
    let chart = try #require(try Self.chart(Self.rows))
    #expect(chart.panels.map(\.title) == ["Loans: headcount ratio, points"])
    #expect(
      chart.panels[0].rows[0].compact
        == #"{"variable":"saving","low value":"0.1","high value":"0.3","at usual values":-2,"at the low value":-5,"#
        + #""at the high value":-1,"high less low":4,"95% low":3,"95% high":5}"#)
    #expect(chart.panels[0].rows[1].compact.contains("take-up"))
  }

  @Test("the statement tells the largest swing, and how many can be told apart")
  func statement() throws {
    let chart = try #require(try Self.chart(Self.rows))
    #expect(
      chart.statement
        == "By means, saving moves “headcount ratio” of Loans against the baseline most: from 0.1 to 0.3 it changes by "
        + "+4.000 points (95% interval 3.000 to 5.000); low and high values can be told apart for 1 of 2 "
        + "variables.")
  }

  @Test("without differences the values are shown; intervals that hold zero tell nothing apart")
  func values() throws {
    let chart = try #require(
      try Self.chart("Now,durable_exits,value,saving,low,high,20,25,15,-10,-30,10,real households"))
    #expect(
      chart.statement
        == "No variable can be told to move “durable exits” of Now; by means, saving moves it most: from low to high "
        + "it changes by -10 households (95% interval -30 to 10).")
  }

  @Test("twelve variables are shown at most")
  func many() throws {
    let rows = (1...15).map { "Now,durable_exits,value,v\($0),0,1,0,0,\($0),\($0),,,real households" }
    let chart = try #require(try Self.chart(rows.joined(separator: "\n")))
    #expect(chart.panels[0].rows.count == 12)
    #expect(chart.panels[0].rows[11].compact.contains(#""variable":"v4""#))
  }

  @Test("variables that are not shown count too where any can be told apart")
  func hidden() throws {
    let rows =
      (1...13).map { "Now,durable_exits,value,v\($0),0,1,0,0,9,9,-1,19,real households" }
      + ["Now,durable_exits,value,sure,0,1,0,0,1,1,1,1,real households"]
    let chart = try #require(try Self.chart(rows.joined(separator: "\n")))
    #expect(chart.panels[0].rows.count == 12)
    #expect(chart.statement.hasSuffix("low and high values can be told apart for 1 of 14 variables."))
  }

  @Test("variables without influence are told as such")
  func none() throws {
    let chart = try #require(try Self.chart("Now,durable_exits,value,saving,0,1,5,5,5,0,0,0,real households"))
    #expect(chart.statement == "None of these variables moved “durable exits” of Now in these runs.")
  }

  @Test("results of other methods have no tornado")
  func missing() throws {
    #expect(try TornadoChart.chart(of: SmallResults.make(["Now", "Loans"], [:])) == nil)
  }
}
