import Testing

@testable import Charts

@Suite struct CategoryLabelsTests {
  @Test(
    "long names are broken between words, long words after a mark, and where there is none at the end of the line",
    arguments: [
      ("soft loan", 20, ["soft loan"]), ("Interest-free loans", 14, ["Interest-free", "loans"]),
      ("programmes.loans.take_up", 14, ["programmes.", "loans.take_up"]), ("indivisible", 4, ["indi", "visi", "ble"]),
      ("to_whoever_asks_for-them", 10, ["to_", "whoever_", "asks_for-", "them"]),
    ])
  func lines(text: String, length: Int, expected: [String]) {
    #expect(CategoryLabels.lines(of: text, length: length) == expected)
  }
}
