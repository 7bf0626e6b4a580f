import Notation
import Testing

@testable import Charts

@Suite("Words of charts") struct WordingTests {
  @Test("names with commas are quoted")
  func lists() {
    #expect(Wording.list([]).isEmpty)
    #expect(Wording.list(["A"]) == "A")
    #expect(Wording.list(["A", "B, late"]) == "A and “B, late”")
    #expect(Wording.list(["A", "B", "C"]) == "A, B and C")
  }

  @Test("what holds for all of three or more is not listed")
  func findings() {
    let three = ["A", "B", "C"]
    #expect(Wording.findings([("higher", three), ("lower", [])], others: 3) == "higher in all 3 others")
    #expect(Wording.findings([("not told apart", three)], others: 3) == "not told apart in any of the 3 others")
    #expect(Wording.findings([("higher", three)], others: 4) == "higher in A, B and C")
    #expect(
      Wording.findings([("higher", three), ("lower", ["D"])], others: 4) == "higher in A, B and C, and lower in D")
  }

  @Test("a verdict from too few replications says so")
  func evidence() {
    func verdict(_ replications: Int) -> String {
      SmallResults.make(["A", "B"], replications: replications, [:]).weighed("A is best.")
    }
    #expect(verdict(10) == "A is best.")
    #expect(verdict(3) == "A is best; with 3 replications this is no evidence.")
    #expect(verdict(1) == "A is best; with 1 replication this is no evidence.")
  }

  @Test("an interval has its ends in the unit shown, or is said to be missing")
  func intervals() {
    #expect(Wording.interval(0.1, 0.25, factor: 100, decimals: 1) == "(95% interval 10.0 to 25.0)")
    #expect(Wording.interval(.nan, 0.25, decimals: 1) == "(no interval)")
  }

  @Test("long texts end between clauses")
  func capped() {
    let clauses = (1...50).map { "scenario \($0) is higher" }
    let text = Wording.capped(clauses.joined(separator: "; "))
    #expect(text.count < 440)
    #expect(text.hasSuffix("is higher; the other numbers are in the table."))
    #expect(Wording.capped("short") == "short")
  }

  @Test("times are in years where they are whole", arguments: [(4, "1 year"), (40, "10 years"), (39, "39 quarters")])
  func spans(quarters: Int, words: String) {
    #expect(Wording.span(quarters: quarters) == words)
  }

  @Test("numbers carry their unit")
  func units() {
    let share = DisplayUnit(measure: "unmet_need", unit: "share of households")
    #expect(share.phrase(0.5) == "50.00%")
    #expect(share.differencePhrase(-0.01) == "-1.000 points")
    #expect(DisplayUnit.households("durable exits").phrase(1200) == "1,200 households")
  }
}
