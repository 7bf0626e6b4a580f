import Testing

@testable import MarkovChains

@Suite("Refined equations and supported digits")
struct RefinementTests {
  @Test("the Hilbert matrix of order 6, condition 1.5e7: the exact integers of its inverse, to the last digit")
  func hilbert() throws {
    // 27,720 times the matrix has whole entries; its inverse is the known inverse over 27,720.
    let matrix = (0..<36).map { (entry: Int) -> Double in
      let sum = entry % 6 + entry / 6
      return 27_720 / Double(sum + 1)
    }
    let inverse = try #require(RefinedEquations.solve(matrix, MarkovChain.identity(6), order: 6))
    #expect(inverse[0] == 36 / 27_720.0)
    #expect(inverse[1] == -630 / 27_720.0)
    #expect(inverse[20] == -1_411_200 / 27_720.0)
    #expect(inverse[35] == 698_544 / 27_720.0)
  }

  @Test("equations that contradict each other have no solution")
  func singular() {
    #expect(RefinedEquations.solve([1, 2, 2, 4], [1, 1], order: 2) == nil)
  }

  @Test("sums of products keep what double precision loses")
  func compensated() {
    var sum = CompensatedSum(1e16)
    sum.add(3, times: 1.0 / 3)
    sum.add(-1e16, times: 1)
    #expect(sum.value == 1)
    // (1 + e)(1 - e) - 1 = -e^2
    var square = CompensatedSum(-1)
    square.add(1 + 0x1p-40, times: 1 - 0x1p-40)
    #expect(square.value == -0x1p-80)
  }

  private static let values: [(exact: Double, rounded: Double)] = [
    (1.0 / 3, 0.3333333333), (-2e5 / 3, -66666.66667), (2e20 / 3, 6.666666667e19), (0, 0), (1e-3 / 7, 1.428571429e-4),
    (9.99999999999, 10), (12, 12), (1.00000000005e-7, 1e-7), (123456789.012, 123456789), (12345678901, 12345678900),
  ]

  @Test("ten significant digits", arguments: values)
  func digits(value: (exact: Double, rounded: Double)) {
    #expect(SupportedDigits.rounded(value.exact) == value.rounded)
  }

  @Test("what the last digits of a double say does not matter")
  func lastDigits() {
    for value in [0.1 + 0.2, 1.0 / 7, 29.46181, 4.0636789851952835e-06, 1e9 / 7] {
      #expect(SupportedDigits.rounded(value.nextUp) == SupportedDigits.rounded(value))
      #expect(SupportedDigits.rounded(value.nextDown) == SupportedDigits.rounded(value))
    }
  }
}
