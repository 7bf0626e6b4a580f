import Testing

@testable import Charts

@Suite struct CategoryLabelsTests {
  @Test(
    "long names are broken between words, long words after a full stop",
    arguments: [
      ("soft loan", 20, ["soft loan"]), ("Interest-free loans", 14, ["Interest-free", "loans"]),
      ("programmes.loans.take_up", 14, ["programmes.", "loans.take_up"]), ("indivisible", 4, ["indivisible"]),
    ])
  func lines(text: String, length: Int, expected: [String]) {
    #expect(CategoryLabels.lines(of: text, length: length) == expected)
  }
}
