import Notation
import Testing

@testable import Charts

@Suite struct AcceptabilityChartTests {
  private static let header =
    "perspective,effect,after_horizon,willingness_to_pay,scenario,probability_best,on_frontier\n"

  private static func chart(
    _ probabilities: [(worth: Int, now: Double, loans: Double)], replications: Int = 10
  ) throws -> Chart? {
    let rows = probabilities.map { row in
      """
      programme,durable_exits,at_end,\(row.worth),Now,\(row.now),0
      programme,durable_exits,at_end,\(row.worth),Loans,\(row.loans),1
      """
    }
    return try AcceptabilityChart.chart(
      of: SmallResults.make(
        ["Now", "Loans"], replications: replications,
        ["acceptability.csv": (header + rows.joined(separator: "\n")).lines]))
  }

  @Test("the statement tells from what worth on which scenario is most probably the best")
  func change() throws {
    let chart = try #require(try Self.chart([(0, 1, 0), (1000, 0.6, 0.4), (2000, 0.3, 0.7), (3000, 0, 1)]))
    #expect(
      chart.statement
        == "If a durable exit is worth up to PKR 1,000, Now is most probably the best choice (with a probability of 60 "
        + "to 100%); from PKR 2,000 to 3,000, Loans (70 to 100%).")
    #expect(
      chart.panels[0].rows[2].compact
        == #"{"scenario":"Now","worth, PKR thousand":1,"probability of being the best":0.6,"#
        + #""highest mean net benefit":"no"}"#)
  }

  @Test("few replications are no evidence, neither in the statement nor for those who cannot see the picture")
  func evidence() throws {
    for (replications, isEvidence) in [(3, false), (10, true)] {
      let chart = try #require(try Self.chart([(0, 0.9, 0.1), (1000, 0.55, 0.45)], replications: replications))
      for text in [chart.statement, chart.panels[0].alternativeText] {
        #expect(text.hasPrefix("Now is most probably the best choice"))
        #expect(text.hasSuffix("; with 3 replications this is no evidence.") == !isEvidence, "\(text)")
      }
    }
  }

  @Test("a scenario that is best at nothing alone is told so")
  func nothing() throws {
    let chart = try #require(try Self.chart([(0, 1, 0), (1000, 0.2, 0.8)]))
    #expect(
      chart.statement
        == "If a durable exit is worth nothing, Now is most probably the best choice (with a probability of 100%); "
        + "from PKR 1,000, Loans (80%).")
  }

  @Test("one scenario that is always best is told with the range of its probability")
  func constant() throws {
    let chart = try #require(try Self.chart([(0, 0.9, 0.1), (1000, 0.55, 0.45)]))
    #expect(
      chart.statement
        == "Now is most probably the best choice whatever a durable exit is worth up to PKR 1,000, with a probability "
        + "of 55 to 90%.")
  }

  @Test("scenarios that are as probable as each other are told together")
  func ties() throws {
    let always = try #require(try Self.chart([(0, 0.5, 0.5), (1000, 0.5, 0.5)]))
    #expect(
      always.statement
        == "Now is, as probably as Loans, the best choice whatever a durable exit is worth up to PKR 1,000, with a "
        + "probability of 50% each.")
    let once = try #require(try Self.chart([(0, 1, 0), (1000, 0.5, 0.5), (2000, 0, 1)]))
    #expect(
      once.statement
        == "If a durable exit is worth nothing, Now is most probably the best choice (with a probability of 100%); "
        + "from PKR 1,000, Now as probably as Loans (50% each); from PKR 2,000, Loans (100%).")
  }

  @Test("a probability below certainty is not told as 100%")
  func nearlyCertain() throws {
    for last in [0.9998, 1] {
      let chart = try #require(try Self.chart([(0, 0.9999, 0.0001), (1000, last, 1 - last)]))
      #expect(chart.statement.hasSuffix("with a probability of >99%."))
    }
  }

  @Test("a table of headings alone, as with few replications, gives no chart")
  func empty() throws {
    #expect(try Self.chart([]) == nil)
  }
}
