import Households
import Testing

@testable import Descriptions

/// Numbers and turns of phrase.
@Suite struct FiguresTests {
  @Test("numbers have commas between thousands")
  func numbers() {
    #expect(Figures.number(1_234_567.25) == "1,234,567.25")
    #expect(Figures.number(-1000) == "-1,000")
    #expect(Figures.number(0.00005) == "5e-05")
    #expect(Figures.number(999) == "999")
    #expect(Figures.grouped("threshold") == "threshold")
    #expect(Figures.share(0.145) == "14.5%")
    #expect(Figures.money(42_000_000_000) == "PKR 42,000,000,000")
    #expect(Figures.points(1) == "1 point")
    #expect(Figures.fiscalYear(2000) == "1999-00")
    #expect(Figures.fiscalYear(2010) == "2009-10")
  }

  @Test("quarters are told by their place in the year")
  func periods() {
    let quarters = (1...4).map { CalendarQuarter(year: 2019, quarter: $0) }
    #expect(Period.words(quarters[1], quarters[3]) == "from the second quarter of 2019 to the last of 2019")
    #expect(Period.words(quarters[0], quarters[2]) == "from the first quarter of 2019 to the third of 2019")
    #expect(Period.words(quarters[2], quarters[2]) == "in the third quarter of 2019")
  }

  @Test("lists and sentences are joined as in a text")
  func words() {
    #expect(Words.listed(["a"]) == "a")
    #expect(Words.listed(["a", "b"], last: "or") == "a or b")
    #expect(Words.listed(["a", "b", "c"]) == "a, b and c")
    #expect(Words.sentence("as it is") == "As it is.")
    #expect(Words.sentence("Is it?") == "Is it?")
    #expect(Words.counted(1, "year", "years") == "1 year")
    #expect(Words.counted(2_000, "year", "years") == "2,000 years")
    #expect(Words.plain("transitory_non_poor") == "transitory non-poor")
  }

  @Test(
    "the words of others stand as they were written",
    arguments: [
      ("Ehsaas", "Ehsaas"), ("poorest_first", "poorest_first"), ("_Plan_", "\\_Plan\\_"), ("a < b*", "a \\< b\\*"),
      ("`x`", "\\`x\\`"), ("a\\b", "a\\\\b"), ("x _y", "x \\_y"), ("", ""),
    ])
  func escapes(text: String, escaped: String) {
    #expect(Markdown.escaped(text) == escaped)
  }

  @Test("a path belongs to the longest name that fits")
  func namedPaths() {
    let names = ["Plan", "Plan.2", "Plan.2.b"]
    func find(_ path: String) -> NamedPath? { PathNames(names, below: "programmes").find(path) }
    #expect(find("programmes.Plan.from") == NamedPath(name: "Plan", key: "from"))
    #expect(find("programmes.Plan.2.budget.total") == NamedPath(name: "Plan.2", key: "budget.total"))
    #expect(find("programmes.Plan.2.b.from") == NamedPath(name: "Plan.2.b", key: "from"))
    #expect(find("programmes.Planet.from") == nil)
    #expect(find("partners.Plan.from") == nil)
  }

  @Test("cells of a table keep their bars and stay on one line")
  func tables() {
    #expect(Markdown.table(["a", "b"], [["1 | 2", "x\n y"]]) == "| a | b |\n| --- | --- |\n| 1 \\| 2 | x y |")
  }
}
