import Testing

@testable import Charts

@Suite("Moves within a quarter") struct TransitionsChartTests {
  private static func chart(_ scenarios: [String], _ lines: [String]) throws -> Chart? {
    let heading = "scenario,dimension,from,to,probability,ci_low,ci_high"
    return try TransitionsChart.chart(of: SmallResults.make(scenarios, ["transition_matrix.csv": [heading] + lines]))
  }

  private static let baseline = [
    "A,economic,tied,tied,0.9,0.88,0.92", "A,economic,tied,self_reliant,0.1,0.08,0.12",
    "A,economic,self_reliant,self_reliant,1,1,1",
  ]

  @Test("the statement names the surest stay and the likeliest move")
  func statement() throws {
    #expect(
      try Self.chart(["A"], Self.baseline)?.statement == "Within a quarter, 100.00% (95% interval 100.00 to 100.00) of "
        + "self reliant households stay at their economic level in A; the likeliest move is from tied to self reliant, "
        + "10.00% (95% interval 8.00 to 12.00).")
  }

  @Test("another scenario has its difference from the baseline, where that has the move")
  func differences() throws {
    let scenario = ["B,economic,tied,tied,0.85,0.8,0.9", "B,economic,self_reliant,tied,0.05,,"]
    let panels = try Self.chart(["A", "B"], Self.baseline + scenario)?.panels
    #expect(
      panels?.last?.text == [
        #"{"from":"tied","to":"tied","%":85,"95% low":80,"95% high":90,"difference":-5}"#,
        #"{"from":"self reliant","to":"tied","%":5,"95% low":null,"95% high":null,"difference":null}"#,
      ])
    #expect(panels?.first?.text.contains { $0.contains("difference") } == false)
  }

  @Test("levels are in their own order, whichever comes first in the file")
  func order() throws {
    #expect(DependencyDimensions.ordered(["self_reliant", "tied", "bonded"]) == ["bonded", "tied", "self_reliant"])
    #expect(DependencyDimensions.ordered(["other", "tied"]) == ["tied", "other"])
  }

  @Test("joint states and moves without a probability are left out")
  func leftOut() throws {
    let chart = try Self.chart(["A"], Self.baseline + ["A,joint,a/b/c,a/b/c,1,1,1", "A,social,isolated,isolated,,,"])
    #expect(chart?.panels.map(\.title) == ["economic"])
  }
}
