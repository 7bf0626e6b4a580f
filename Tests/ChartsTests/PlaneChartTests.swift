import Notation
import Testing

@testable import Charts

@Suite struct PlaneChartTests {
  private static let heading =
    "scenario,perspective,effect,after_horizon,reading,cost,cost_ci_low,cost_ci_high,gain,gain_ci_low,gain_ci_high"

  /// The chart of scenarios with the same cost and gain, each with its interval.
  private static func chart(
    _ numbers: String, of scenarios: [String] = ["Loans"], perspective: String = "programme"
  ) throws -> Chart? {
    let lines = scenarios.map { "\($0),\(perspective),durable_exits,at_end,ratio,\(numbers)" }
    return try PlaneChart.chart(
      of: SmallResults.make(["Now", "Loans"], ["effectiveness.csv": [heading] + lines]))
  }

  @Test("gains and costs are told with their intervals")
  func clear() throws {
    let chart = try #require(try Self.chart("2000000,1500000,2500000,80,60,100"))
    #expect(
      chart.statement
        == "Against Now, Loans has 80 more durable exits (95% interval 60 to 100) for PKR 2.0 million more (95% "
        + "interval 1.5 to 2.5).")
    #expect(chart.panels.map(\.title) == ["durable exits"])
    #expect(chart.key.map(\.name) == ["Now", "Loans"])
  }

  @Test("the baseline lies at the origin, costs are in PKR million")
  func rows() throws {
    let chart = try #require(try Self.chart("2000000,1500000,2500000,80,60,100"))
    #expect(
      chart.panels[0].rows.map(\.compact) == [
        #"{"scenario":"Now","gain":0,"gain, 95% low":null,"gain, 95% high":null,"cost, PKR million":0,"#
          + #""cost, 95% low":null,"cost, 95% high":null}"#,
        #"{"scenario":"Loans","gain":80,"gain, 95% low":60,"gain, 95% high":100,"cost, PKR million":2,"#
          + #""cost, 95% low":1.5,"cost, 95% high":2.5}"#,
      ])
  }

  @Test("intervals that hold zero are not told as gains or costs")
  func unclear() throws {
    let chart = try #require(try Self.chart("2000000,-1500000,5500000,80,-60,220"))
    #expect(
      chart.statement
        == "Against Now, Loans cannot be told apart in durable exits (95% interval -60 to 220 more) for a cost that "
        + "cannot be told apart (95% interval PKR -1.5 to 5.5 million more).")
  }

  @Test("losses and savings are told as such")
  func losses() throws {
    let chart = try #require(try Self.chart("-2000000,-2500000,-1500000,-80,-100,-60"))
    #expect(
      chart.statement
        == "Against Now, Loans has 80 fewer durable exits (95% interval 60 to 100) for PKR 2.0 million less (95% "
        + "interval 1.5 to 2.5).")
  }

  @Test("what is the same in every replication is told as such")
  func same() throws {
    let chart = try #require(try Self.chart("0,0,0,0,0,0"))
    #expect(chart.statement == "Against Now, Loans has as many durable exits at the same cost.")
  }

  @Test(
    "of more than four scenarios the others are counted, and may gain as much as the last that is named",
    arguments: [(5, "; the other one gains no more, by means."), (7, "; the other 3 gain no more, by means.")])
  func ties(count: Int, ending: String) throws {
    let chart = try #require(try Self.chart("2000000,,,80,,", of: (1...count).map { "S\($0)" }))
    #expect(chart.statement.hasPrefix("Against Now, S1 has 80 more"))
    #expect(chart.statement.hasSuffix(ending))
    #expect(chart.statement.contains("S4") && !chart.statement.contains("S5"))
  }

  @Test("a scenario whose gain is undefined is left out")
  func undefined() throws {
    #expect(try Self.chart("2000000,,,,,") == nil)
  }

  @Test("the reading tells of crosses where there are any")
  func reading() throws {
    let without = try #require(try Self.chart("2000000,,,80,,"))
    #expect(!without.reading.contains("Crosses"))
    let with = try #require(try Self.chart("2000000,1500000,2500000,80,60,100"))
    #expect(with.reading.contains("Crosses are 95% intervals of each scenario by itself"))
    #expect(with.reading.contains("PKR of 2015-16"))
  }

  @Test("one replication has no intervals")
  func oneReplication() throws {
    let chart = try #require(try Self.chart("2000000,,,80,,"))
    #expect(
      chart.statement
        == "Against Now, Loans has 80 more durable exits (no interval) for PKR 2.0 million more (no interval).")
  }

  @Test("without the table, or without rows of programme costs, there is no chart")
  func missing() throws {
    #expect(try PlaneChart.chart(of: SmallResults.make(["Now", "Loans"], [:])) == nil)
    #expect(try Self.chart("2,1,3,80,60,100", perspective: "wider") == nil)
  }
}
