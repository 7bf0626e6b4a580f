import ExactMath
import Statistics
import Testing

@Suite struct SenShorrocksThonTests {
  private static func index(_ ratios: [Double], _ weights: [Double]) -> Double {
    var sums = SenShorrocksThon()
    for (ratio, weight) in zip(ratios, weights) { sums.add(welfareRatio: ratio, weight: weight) }
    return sums.index
  }

  /// The expected gap of the poorer of two members drawn at random.
  private static func slowIndex(_ ratios: [Double], _ weights: [Double]) -> Double {
    var sum = 0.0
    for (first, firstWeight) in zip(ratios, weights) {
      for (second, secondWeight) in zip(ratios, weights) {
        sum += firstWeight * secondWeight * max(0, 1 - first, 1 - second)
      }
    }
    let total = weights.reduce(0, +)
    return sum / (total * total)
  }

  @Test("populations known by hand")
  func knownAnswers() {
    // Gaps of 1/2 and 0: the poorer of two has 1/2 in three of four draws.
    #expect(Self.index([0.5, 2], [1, 1]) == 0.375)
    #expect(Self.index([0.5, 0.5], [1, 3]) == 0.5)
    #expect(Self.index([0, 1, 1, 1], [1, 1, 1, 1]) == 0.4375)
  }

  @Test("agrees with the definition over all pairs, and with headcount x mean gap x (1 + Gini of gaps)")
  func slowReference() {
    let ratios = (0..<200).map { Double($0 * 37 % 200) / 120 }.sorted()
    let weights = (0..<200).map { Double($0 * 13 % 7) }
    let index = Self.index(ratios, weights)
    #expect((index - Self.slowIndex(ratios, weights)).magnitude < 1e-14)
    let poverty = FosterGreerThorbecke(welfareRatios: ratios, weights: weights)
    let gini = giniCoefficient(
      sortedValues: ratios.reversed().map { max(0, 1 - $0) }, weights: Array(weights.reversed()))
    let product = poverty.headcount * (poverty.gap / poverty.headcount) * (1 + gini)
    #expect((index - product).magnitude < 1e-14)
  }

  @Test("agrees with the log-normal distribution, 2 P1 less the integral of F^2", arguments: [0.4, 0.8], [-0.3, 0.4])
  func closedForm(deviation: Double, mean: Double) {
    let distribution = LogNormal(mean: mean, deviation: deviation)
    let count = 100_000
    let index = Self.index(distribution.quantiles(count: count), [Double](repeating: 1, count: count))
    let steps = 2000
    let integral =
      (0...steps).reduce(0.0) { sum, step in
        let factor: Double = step == 0 || step == steps ? 1 : step % 2 == 1 ? 4 : 2
        guard step > 0 else { return sum }
        let share = normalCumulative((naturalLogarithm(Double(step) / Double(steps)) - mean) / deviation)
        return sum + factor * share * share
      } / Double(3 * steps)
    #expect((index - (2 * distribution.gap - integral)).magnitude < 2 / Double(count))
  }

  @Test("lies between the poverty gap and twice that, and rises with a transfer from poor to richer")
  func invariants() {
    for shift in [0.1, 0.5, 0.9] {
      let ratios = (0..<100).map { shift + Double($0) / 90 }
      let weights = (0..<100).map { Double($0 % 3 + 1) }
      let gap = FosterGreerThorbecke(welfareRatios: ratios, weights: weights).gap
      let index = Self.index(ratios, weights)
      #expect(gap <= index && index <= 2 * gap)
    }
    #expect(Self.index([0.3, 0.7, 2], [1, 1, 1]) < Self.index([0.2, 0.8, 2], [1, 1, 1]))
  }

  @Test("nobody, no poor, and all with nothing")
  func edges() {
    #expect(SenShorrocksThon().index.isNaN)
    #expect(Self.index([1, 3], [1, 1]) == 0)
    #expect(Self.index([0, 0], [1, 2]) == 1)
  }
}
