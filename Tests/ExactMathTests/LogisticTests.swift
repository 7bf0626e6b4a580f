import ExactMath
import Foundation
import Testing

@Suite struct LogisticTests {
  @Test("even odds, odds of three to one, and the ends")
  func knownValues() {
    #expect(logistic(0) == 0.5)
    #expect((logistic(1.0986122886681098) - 0.75).magnitude < 1e-15)
    #expect(logistic(800) == 1)
    #expect(logistic(-800) > 0 && logistic(-800) < 1e-300)
    #expect(logistic(.nan).isNaN)
  }

  @Test("it agrees with the library, and what speaks against is the rest to 1")
  func reference() {
    for step in -400...400 {
      let logOdds = Double(step) / 16
      let expected = 1 / (1 + Foundation.exp(-logOdds))
      // Two exponentials to one unit in the last place, 2^-52, and two roundings of half a unit on each side.
      #expect((logistic(logOdds) - expected).magnitude <= 4 * 0x1p-52 * expected)
      #expect((logistic(logOdds) + logistic(-logOdds) - 1).magnitude < 1e-15)
    }
  }
}
