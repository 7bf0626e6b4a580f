import Testing

@testable import Statistics

@Suite("Ratio of means")
struct RatioOfMeansTests {
  private func ratio(_ x: Double, _ y: Double, _ xx: Double, _ yy: Double, _ xy: Double, factor: Double = 2)
    -> RatioOfMeans
  {
    RatioOfMeans(
      numerator: x, denominator: y, varianceOfNumerator: xx, varianceOfDenominator: yy, covariance: xy,
      factor: factor)
  }

  @Test("a denominator that is known divides the interval of the numerator")
  func knownDenominator() {
    let ratio = ratio(10, 4, 1, 0, 0)
    #expect(ratio.value == 2.5)
    #expect(ratio.lower == 2)
    #expect(ratio.upper == 3)
  }

  @Test("at its ends x - r y is just as far from 0 as Student's test allows", arguments: [-3.0, 0, 2, 7])
  func ends(covariance: Double) {
    let ratio = ratio(30, -20, 9, 8, covariance)
    for end in [ratio.lower, ratio.upper] {
      let distance = 30 + end * 20
      let variance = 9 - 2 * end * covariance + end * end * 8
      #expect(abs(distance * distance - 4 * variance) < 1e-9)
    }
    #expect(ratio.lower < ratio.value && ratio.value < ratio.upper)
  }

  @Test("two means that are always equal have the ratio 1 without error")
  func equal() {
    let variance = 1.0 / 3
    let ratio = ratio(0.7, 0.7, variance / 100, variance / 100, variance / 100)
    #expect(ratio.value == 1 && ratio.lower == 1 && ratio.upper == 1)
  }

  @Test("variances that are NaN leave no interval")
  func undefined() {
    #expect(!ratio(1, 2, .nan, 0, 0).isBounded)
    #expect(!ratio(1, 2, 0, 0, .nan).isBounded)
    #expect(!ratio(1, 2, 0, .nan, 0).isBounded)
    #expect(ratio(1, 2, .nan, 0, 0).value == 0.5)
  }

  @Test("a denominator that may be 0 leaves no interval")
  func unbounded() {
    #expect(!ratio(1, 2, 1, 1, 0).isBounded)
    #expect(!ratio(1, 2, 1, 1.5, 0).isBounded)
    #expect(ratio(1, 2, 1, 1.5, 0).value == 0.5)
    #expect(ratio(1, 0, 0, 0, 0).value.isNaN)
    #expect(!ratio(1, 2, .nan, .nan, .nan, factor: .nan).isBounded)
  }
}
