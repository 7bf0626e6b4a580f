import Notation
import Testing

@testable import Charts

@Suite struct FrontierChartTests {
  private static let header = """
    perspective,effect,after_horizon,order,scenario,cost,gain,status,by,next_cheaper,icer,icer_ci_low,icer_ci_high

    """
  private static let start = "programme,durable_exits,at_end,"

  private static func chart(
    _ rows: [String], replications: Int = 10, others: [String: [String]] = [:]
  ) throws -> Chart? {
    let text = header + rows.map { start + $0 }.joined(separator: "\n")
    let files = others.merging(["frontier.csv": text.lines]) { $1 }
    return try FrontierChart.chart(
      of: SmallResults.make(["Now", "Loans", "Grants"], replications: replications, files))
  }

  @Test("the statement follows the frontier with its prices, and names those off it")
  func frontier() throws {
    let chart = try #require(
      try Self.chart([
        "1,Now,0,0,frontier,,,,,", "2,Loans,2000000,80,frontier,,Now,25000,20000,33000",
        "3,Grants,3000000,70,dominated,Loans,,,,",
      ]))
    #expect(
      chart.statement
        == "By means, the frontier is Now, then Loans at PKR 25,000 (95% interval 20,000 to 33,000) for each further "
        + "durable exit, and off it is Grants.")
    #expect(
      chart.panels[0].rows[2].compact
        == #"{"order":3,"scenario":"Grants","gain":70,"cost, PKR million":3,"on the frontier":"no","#
        + #""why":"Loans gains as much for no more money","PKR for one more":null,"95% low":null,"95% high":null}"#)
  }

  @Test("a price without bounds is told as one that may buy nothing")
  func unbounded() throws {
    let chart = try #require(
      try Self.chart(["1,Now,0,0,frontier,,,,,", "2,Loans,2000000,80,frontier,,Now,25000,,"]))
    #expect(
      chart.statement
        == "By means, the frontier is Now, then Loans at PKR 25,000 (no bounded 95% interval: the gain may be none) "
        + "for each further durable exit, and no scenario is off it.")
  }

  @Test("one replication gives a price without an interval, and claims nothing of the gain")
  func oneReplication() throws {
    let chart = try #require(
      try Self.chart(["1,Now,0,0,frontier,,,,,", "2,Loans,2000000,80,frontier,,Now,25000,,"], replications: 1))
    #expect(
      chart.statement
        == "By means, the frontier is Now, then Loans at PKR 25,000 (no interval) for each further durable exit, and "
        + "no scenario is off it; with 1 replication this is no evidence.")
    #expect(chart.panels[0].alternativeText.hasSuffix("is off it; with 1 replication this is no evidence."))
  }

  @Test("the reading names only the charts that there are")
  func others() throws {
    let rows = ["1,Now,0,0,frontier,,,,,"]
    let alone = try #require(try Self.chart(rows))
    #expect(alone.reading.hasSuffix("The picture holds means."))
    let plane = [
      "scenario,perspective,effect,after_horizon,reading,cost,cost_ci_low,gain,gain_ci_low",
      "Loans,programme,durable_exits,at_end,ratio,2,1,80,60",
    ]
    let withPlane = try #require(try Self.chart(rows, others: ["effectiveness.csv": plane]))
    #expect(withPlane.reading.hasSuffix("The picture holds means; the plane shows how sure they are."))
  }

  @Test("dependency-years come with all three assumptions")
  func assumptions() throws {
    let rows = ["gains_stop", "gains_fade", "gains_persist"].map {
      "programme,dependency_years_averted,\($0),1,Now,0,0,frontier,,,,,"
    }
    let chart = try #require(
      try FrontierChart.chart(
        of: SmallResults.make(["Now"], ["frontier.csv": (Self.header + rows.joined(separator: "\n")).lines])))
    #expect(
      chart.panels.map(\.title) == [
        "dependency-years averted, gains stop at the end", "dependency-years averted, gains fade after the end",
        "dependency-years averted, gains persist after the end",
      ])
  }
}
