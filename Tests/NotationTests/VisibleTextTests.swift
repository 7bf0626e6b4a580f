import Notation
import Testing

@Suite("Texts as they are shown")
struct VisibleTextTests {
  @Test(
    "what cannot be seen is found and spelled out",
    arguments: [
      ("\u{1B}]0;title\u{7}", "\\u001B]0;title\\u0007"), ("red\u{202E}txt", "red\\u202Etxt"),
      ("a\u{2028}b\u{2029}c", "a\\u2028b\\u2029c"), ("Kasur\u{200B}", "Kasur\\u200B"),
      ("\u{200E}x\u{200F}", "\\u200Ex\\u200F"),
      ("\u{2066}x\u{2069}", "\\u2066x\\u2069"), ("a\nb\tc\rd", "a\\nb\\tc\\rd"), ("\u{FEFF}a", "\\uFEFFa"),
      ("so\u{AD}ft", "so\\u00ADft"), ("x\u{85}\u{9B}31m", "x\\u0085\\u009B31m"), ("\u{7F}", "\\u007F"),
      ("tag\u{E0041}", "tag\\U000E0041"), ("Kas\u{200D}ur", "Kas\\u200Dur"), ("\u{FFF9}a", "\\uFFF9a"),
    ])
  func hidden(text: String, shown: String) {
    #expect(!VisibleText.hidden(in: text).isEmpty)
    #expect(VisibleText.shown(text) == shown)
  }

  @Test(
    "names of all languages and signs are as they are",
    arguments: [
      "Kasur MawaKhat", "Saché à l'été", "راولپنڈی", "می\u{200C}خواهم", "क्\u{200D}ष", "❤️‍🔥 👩‍🌾", "x̂ ± 2 – 3 %", "",
    ])
  func visible(text: String) {
    #expect(VisibleText.hidden(in: text) == [])
    #expect(VisibleText.shown(text) == text)
  }

  @Test("a long text is cut, a text of the limit is not")
  func long() {
    #expect(VisibleText.shown("abcdef", atMost: 6) == "abcdef")
    #expect(VisibleText.shown("abcdefg", atMost: 6) == "abcdef...")
    #expect(VisibleText.shown("ééééééé", atMost: 6) == "éééééé...")
    #expect(VisibleText.shown("éééééé", atMost: 6) == "éééééé")
  }

  @Test("characters may be allowed")
  func allowed() {
    #expect(VisibleText.hidden(in: "a\nb\u{202E}", besides: ["\n"]) == ["\u{202E}"])
    #expect(VisibleText.shown("a\nb\u{202E}", besides: ["\n"]) == "a\nb\\u202E")
  }
}

@Suite("Texts that become cells")
struct CellTextTests {
  @Test(arguments: ["=1+1", "+1+2", "-cmd", "@SUM(1)", " =1", "＝1+1", "-", "--5"])
  func formula(text: String) { #expect(CellText.isFormula(text)) }

  @Test(arguments: ["-5", "+5", "-0.5", "-1e3", "1+1", "a=b", "Kasur", "", "#1", "-1_000"])
  func noFormula(text: String) { #expect(!CellText.isFormula(text)) }
}

@Suite("Numbers with commas")
struct CommaNumberTests {
  @Test(arguments: [
    ("3,5", "3.5", true), ("0,125", "0.125", true), ("-0,125", "-0.125", true), ("1.000,5", "1000.5", true),
    ("12,25", "12.25", true), ("100,000,000", "100_000_000", false), ("1,000", "1_000", false),
    ("10,00,000", "10_00_000", false), ("1,000.5", "1_000.5", false),
  ])
  func meant(text: String, plain: String, isDecimal: Bool) throws {
    let number = try #require(CommaNumber(text))
    #expect(number.isDecimal == isDecimal)
    #expect(number.plain(separator: "_") == plain)
  }

  @Test(arguments: ["1000", "3.5", "a,b", "", "5,0 %"])
  func noCommas(text: String) { #expect(CommaNumber(text) == nil) }
}

@Suite("JSON that goes into scripts")
struct JSONLineTests {
  @Test("line separators of Unicode are escaped, which older JavaScript takes for the end of a line")
  func separators() {
    #expect(JSONValue.text("Cash\u{2028}x\u{2029}\u{1}").compact == "\"Cash\\u2028x\\u2029\\u0001\"")
  }
}

@Suite("Small numbers as they are read")
struct SignificantNumberTests {
  @Test(arguments: [(2.76, "2.76"), (0.05, "0.050"), (0.00276, "0.0028"), (1e-5, "0.000010"), (1e-8, "0.000000010")])
  func digits(value: Double, text: String) { #expect(ReadableNumber.significant(value) == text) }
}
