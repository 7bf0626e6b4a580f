import Testing

@testable import Charts

@Suite("Flows between levels of dependency") struct FlowsChartTests {
  private static let heading = "scenario,replication,years,dimension,from,to,count"

  private static func lines(_ scenario: String, years: Int, _ counts: [Int]) -> [String] {
    let moves = ["bonded,bonded", "bonded,tied", "tied,bonded", "tied,tied"]
    return zip(moves, counts).map { "\(scenario),1,\(years),economic,\($0),\($1)" }
  }

  private static func chart(_ scenarios: [String], _ lines: [String]) throws -> Chart? {
    try FlowsChart.chart(of: SmallResults.make(scenarios, ["yearly_transitions.csv": [heading] + lines]))
  }

  @Test("shares are of all and of those at the first level; moves that nobody made are left out")
  func rows() throws {
    let chart = try Self.chart(["A"], Self.lines("A", years: 3, [10, 30, 0, 60]))
    #expect(
      chart?.panels.first?.text == [
        #"{"from":"bonded","to":"bonded","% of all":10,"% of from":25}"#,
        #"{"from":"bonded","to":"tied","% of all":30,"% of from":75}"#,
        #"{"from":"tied","to":"tied","% of all":60,"% of from":100}"#,
      ])
  }

  @Test("replications are counted together")
  func replications() throws {
    let more = Self.lines("A", years: 3, [0, 100, 0, 0]).map { $0.replacing("A,1,", with: "A,2,") }
    let chart = try Self.chart(["A"], Self.lines("A", years: 3, [0, 0, 0, 100]) + more)
    #expect(
      chart?.statement == "From any year to the one 3 years later, over all years and replications (no interval), "
        + "50.0% of households are at a better economic level and 0.0% at a worse one in A.")
  }

  @Test("the statement counts the better and the worse off of both scenarios")
  func statement() throws {
    let chart = try Self.chart(
      ["A", "B"], Self.lines("A", years: 3, [10, 30, 20, 40]) + Self.lines("B", years: 3, [10, 0, 0, 0]))
    #expect(
      chart?.statement == "From any year to the one 3 years later, over all years and replications (no interval), "
        + "30.0% of households are at a better economic level and 20.0% at a worse one in A; 0.0% of households are at "
        + "a better economic level and 0.0% at a worse one in B.")
    #expect(chart?.panels.map(\.title) == ["economic: A", "economic: B"])
  }

  @Test("the longest time that was counted is shown")
  func longest() throws {
    let chart = try Self.chart(
      ["A"], Self.lines("A", years: 1, [1, 1, 1, 1]) + Self.lines("A", years: 3, [0, 0, 0, 0]))
    #expect(chart?.statement.hasPrefix("From any year to the one a year later, over all") == true)
  }

  @Test("of many scenarios the baseline and that with the highest mean are shown, and the reading says so")
  func many() throws {
    let scenarios = ["A", "B", "C", "D"]
    let flows = [Self.heading] + scenarios.flatMap { Self.lines($0, years: 3, [1, 1, 1, 1]) }
    let means = zip(scenarios, ["0.9", "0.2", "0.4", "0.3"]).map { "\($0),8,all,out_of_dependency,\($1)" }
    let chart = try FlowsChart.chart(
      of: SmallResults.make(
        scenarios,
        ["yearly_transitions.csv": flows, "summary.csv": ["scenario,quarter,group,measure,mean"] + means]))
    #expect(chart?.panels.map(\.title) == ["economic: A", "economic: C"])
    #expect(chart?.reading.hasSuffix("highest mean share of households out of dependency at the end.") == true)
  }

  @Test("without counts there is no chart")
  func missing() throws {
    #expect(try Self.chart(["A"], Self.lines("A", years: 3, [0, 0, 0, 0])) == nil)
  }
}
