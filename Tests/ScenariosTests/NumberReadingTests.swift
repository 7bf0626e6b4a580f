import Testing

@testable import Scenarios

/// What counts as a number.
struct NumberReadingTests {
  @Test(arguments: [
    ("60_000_000", 60_000_000), ("0.5", 0.5), (".5", 0.5), ("-3", -3), ("+3", 3), ("1e3", 1_000), ("2.5E-1", 0.25),
    ("0", 0), ("0.0", 0),
  ])
  func readsRealNumbers(text: String, number: Double) throws {
    #expect(try NumberReading.real(text) == number)
  }

  @Test func readsWholeNumbers() throws {
    #expect(try NumberReading.whole("9_223_372_036_854_775_807") == .max)
    #expect(try NumberReading.whole("1e3") == 1_000)
    #expect(try NumberReading.whole("20.0") == 20)
  }

  @Test(arguments: [
    "010", "00", "-07", "0x1F", "0o17", "0b1", "1:30", "1:30:00", ".inf", "-.Inf", "inf", ".nan", "NaN", "1,000",
    "1,000.5", "5%", "1e400", "1e16", "-1e16", "yes", "true", "ten", "1_", "_1", "1__0", "1._5", "1 000", "", "-", ".",
    "1.2.3", "PKR 5",
  ])
  func refusesEverythingElse(text: String) {
    #expect(throws: NumberReading.Refusal.self) { try NumberReading.real(text) }
  }
}
