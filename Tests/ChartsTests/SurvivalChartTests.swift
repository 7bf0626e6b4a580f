import Testing

@testable import Charts

@Suite("Waiting for an exit") struct SurvivalChartTests {
  private static let curve = [
    "scenario,event,group,level,duration,survival,ci_low,ci_high", "A,durable_exit,all,all,1,0.9,0.85,0.95",
    "A,durable_exit,all,all,2,0.8,0.75,0.85", "B,durable_exit,all,all,1,0.7,,",
  ]

  private static func chart(_ scenarios: [String], tests: [String]) throws -> Chart? {
    let heading = "scenario,event,group,level,score,p_value"
    return try SurvivalChart.chart(
      of: SmallResults.make(
        scenarios, ["survival.csv": curve, "survival_comparison.csv": [heading] + tests]))
  }

  private static func test(_ scenario: String, score: String, _ probability: String) -> String {
    "\(scenario),durable_exit,all,all,\(score),\(probability)"
  }

  @Test("curves begin with everybody and fall to the shares of the table")
  func rows() throws {
    #expect(
      try Self.chart(["A", "B"], tests: [])?.panels.first?.text == [
        #"{"scenario":"A","quarters":0,"%":100,"95% low":100,"95% high":100}"#,
        #"{"scenario":"A","quarters":1,"%":90,"95% low":85,"95% high":95}"#,
        #"{"scenario":"A","quarters":2,"%":80,"95% low":75,"95% high":85}"#,
        #"{"scenario":"B","quarters":0,"%":100,"95% low":100,"95% high":100}"#,
        #"{"scenario":"B","quarters":1,"%":70,"95% low":null,"95% high":null}"#,
      ])
  }

  @Test("one scenario has no tests to tell of")
  func single() throws {
    let chart = try Self.chart(["A"], tests: [Self.test("B", score: "5", "0.001")])
    #expect(
      chart?.statement == "After 2 quarters, 80.0% (95% interval 75.0 to 85.0) of the households not durably out of "
        + "dependency at the start have no durable exit yet in A.")
    #expect(chart?.sources == ["survival.csv"])
  }

  @Test(
    "the sign of the score and the test tell what comes earlier",
    arguments: [
      ("5", "0.001", "come earlier in B (at 5%)."), ("-5", "0.001", "come later in B (at 5%)."),
      ("5", "0.2", "are not told apart in B (at 5%)."), ("0", "", "are not tested in B."),
      ("5", "", "are not tested in B."),
    ])
  func findings(score: String, probability: String, ending: String) throws {
    let chart = try Self.chart(["A", "B"], tests: [Self.test("B", score: score, probability)])
    #expect(chart?.statement.hasSuffix("; against it, durable exits " + ending) == true)
  }

  @Test("several tests share the 5%")
  func shared() throws {
    let tests = [Self.test("B", score: "5", "0.03"), Self.test("C", score: "5", "0.02")]
    #expect(
      try Self.chart(["A", "B", "C"], tests: tests)?.statement.hasSuffix(
        "exits come earlier in C, and are not told apart in B (at 5% for all together).") == true)
  }

  @Test("what is not tested is told apart from what is")
  func partlyTested() throws {
    let tests = [Self.test("B", score: "5", "0.03"), Self.test("C", score: "0", "")]
    #expect(
      try Self.chart(["A", "B", "C"], tests: tests)?.statement.hasSuffix(
        "durable exits come earlier in B (at 5%); they are not tested in C.") == true)
  }

  @Test("long curves show whole years, and their end")
  func thinned() throws {
    let lines = (1...402).map { "A,durable_exit,all,all,\($0),0.9,0.8,1" }
    let chart = try SurvivalChart.chart(of: SmallResults.make(["A"], ["survival.csv": [Self.curve[0]] + lines]))
    #expect(chart?.panels.first?.rows.count == 102)
    #expect(chart?.panels.first?.text.last?.contains(#""quarters":402"#) == true)
  }
}
