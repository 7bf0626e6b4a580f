import ExactMath
import Statistics
import Testing

@Suite struct AtkinsonIndexTests {
  private static func atkinson(_ values: [Double], _ weights: [Double], aversion: Double) -> AtkinsonIndex {
    var sums = AtkinsonIndex(aversion: aversion)
    for (value, weight) in zip(values, weights) { sums.add(value, weight: weight) }
    return sums
  }

  @Test("of 1 and 4: power mean, geometric mean and harmonic mean over the mean")
  func knownAnswers() {
    let expected: [(aversion: Double, equivalent: Double)] = [(0.5, 2.25), (1, 2), (2, 1.6)]
    for (aversion, equivalent) in expected {
      let atkinson = Self.atkinson([1, 4], [3, 3], aversion: aversion)
      #expect((atkinson.equallyDistributedEquivalent - equivalent).magnitude < 1e-14)
      #expect((atkinson.index - (1 - equivalent / 2.5)).magnitude < 1e-14)
    }
  }

  @Test(
    "is 1 - exp(-e s^2 / 2) on the log-normal distribution", arguments: [0.5, 0.8, 1, 1.5, 2], [0.2, 0.5, 0.8])
  func closedForm(aversion: Double, deviation: Double) {
    let distribution = LogNormal(mean: 0.3, deviation: deviation)
    let count = 100_000
    let atkinson = Self.atkinson(
      distribution.quantiles(count: count), [Double](repeating: 1, count: count), aversion: aversion)
    let expected = 1 - exponential(-aversion * deviation * deviation / 2)
    // What the middles of cells lose lies in the outermost cells, of income or of utility.
    let outermost = normalCumulative(
      normalQuantile(1 / Double(count)) + max(1, (1 - aversion).magnitude) * deviation)
    #expect((atkinson.index - expected).magnitude <= 2 * outermost)
  }

  @Test("the powers with an operation of their own agree with the general one")
  func slowReference() {
    let values = (0..<300).map { Double($0 * 7919 % 1000 + 1) / 400 }
    let weights = (0..<300).map { Double($0 % 5) }
    let total = weights.reduce(0, +)
    let mean = zip(values, weights).map { $0 * $1 }.reduce(0, +) / total
    for aversion in [0.5, 2] {
      let utility = zip(values, weights).map { $1 * exponential((1 - aversion) * naturalLogarithm($0)) }.reduce(0, +)
      let equivalent = exponential(naturalLogarithm(utility / total) / (1 - aversion))
      let atkinson = Self.atkinson(values, weights, aversion: aversion)
      #expect((atkinson.index - (1 - equivalent / mean)).magnitude < 1e-12)
    }
    // With an aversion of 1 it says the same as the mean logarithmic deviation.
    var deviation = MeanLogDeviation()
    for (value, weight) in zip(values, weights) { deviation.add(value, weight: weight, floor: 1e-9) }
    let atkinson = Self.atkinson(values, weights, aversion: 1)
    #expect((atkinson.index - (1 - exponential(-deviation.index))).magnitude < 1e-13)
  }

  @Test("rises with the aversion, lies within 0...1, and sums of groups add up")
  func invariants() {
    let values = (0..<300).map { Double($0 * 7919 % 1000 + 1) / 400 }
    let weights = (0..<300).map { Double($0 % 5 + 1) }
    var previous = 0.0
    for aversion in [0.25, 0.5, 1, 1.5, 2, 3] {
      let whole = Self.atkinson(values, weights, aversion: aversion)
      #expect(whole.index > previous && whole.index < 1)
      previous = whole.index
      var sum = Self.atkinson(Array(values[..<100]), Array(weights[..<100]), aversion: aversion)
      sum.add(Self.atkinson(Array(values[100...]), Array(weights[100...]), aversion: aversion))
      #expect((sum.index - whole.index).magnitude < 1e-13)
      #expect(Self.atkinson([0.7, 0.7, 0.7], [1, 2, 4], aversion: aversion).index < 1e-15)
    }
  }

  @Test("nobody, nothing, and members with nothing")
  func edges() {
    #expect(AtkinsonIndex(aversion: 0.5).index.isNaN)
    #expect(Self.atkinson([0, 0], [1, 1], aversion: 0.5).index.isNaN)
    // One of two has all: the equivalent is a quarter of it, half the mean.
    #expect(Self.atkinson([0, 4], [1, 1], aversion: 0.5).index == 0.5)
    #expect(Self.atkinson([0, 4], [1, 1], aversion: 0.25).index > 0)
  }
}
