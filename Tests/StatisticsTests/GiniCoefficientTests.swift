import Statistics
import Testing

/// The coefficient of all values at once.
func giniCoefficient(
  sortedValues values: some Sequence<Double>, weights: some Sequence<Double>
) -> Double {
  zip(values, weights).reduce(into: GiniSums()) { $0.add($1.0, weight: $1.1) }.coefficient
}

@Suite struct GiniCoefficientTests {
  @Test("populations known by hand")
  func knownAnswers() {
    #expect(giniCoefficient(sortedValues: [1.0, 3.0], weights: [1.0, 1.0]) == 0.25)
    #expect(giniCoefficient(sortedValues: [0.0, 0.0, 0.0, 1.0], weights: [1.0, 1.0, 1.0, 1.0]) == 0.75)
    #expect(giniCoefficient(sortedValues: [0.0, 1.0], weights: [3.0, 1.0]) == 0.75)
    #expect(giniCoefficient(sortedValues: [2.0, 2.0], weights: [1.0, 3.0]) == 0)
  }

  @Test("agrees with the log-normal distribution, 2 Phi(s / sqrt 2) - 1", arguments: [0.2, 0.5, 0.8, 1.1])
  func closedForm(deviation: Double) {
    let distribution = LogNormal(mean: 0.3, deviation: deviation)
    let count = 100_000
    let gini = giniCoefficient(
      sortedValues: distribution.quantiles(count: count), weights: [Double](repeating: 1, count: count))
    // Cells are represented by their middles; what that loses lies in the highest cell, up to its share of income.
    let bound = distribution.incomeShare(ofTop: 1 / Double(count))
    #expect((gini - distribution.gini).magnitude <= bound)
  }

  @Test("agrees with the mean difference over all pairs")
  func slowReference() {
    let values = (0..<200).map { Double($0 * 37 % 200) }.sorted().map { $0 * $0 / 50 }
    let weights = (0..<200).map { Double($0 * 13 % 7) }
    var difference = 0.0
    for first in 0..<200 {
      for second in 0..<200 {
        difference += weights[first] * weights[second] * (values[first] - values[second]).magnitude
      }
    }
    let totalWeight = weights.reduce(0, +)
    let total = zip(values, weights).map { $0 * $1 }.reduce(0, +)
    let slow = difference / (2 * totalWeight * total)
    #expect((giniCoefficient(sortedValues: values, weights: weights) - slow).magnitude < 1e-13)
  }

  @Test("does not depend on the unit of values or weights, and a weight of 2 is two members")
  func invariants() {
    let values = (1...100).map { Double($0) * Double($0) }
    let weights = (0..<100).map { Double($0 % 3 + 1) }
    let gini = giniCoefficient(sortedValues: values, weights: weights)
    #expect(gini > 0 && gini < 1)
    #expect(giniCoefficient(sortedValues: values.map { $0 * 8 }, weights: weights.map { $0 / 4 }) == gini)
    var members: [Double] = []
    for (value, weight) in zip(values, weights) {
      members += [Double](repeating: value, count: Int(weight))
    }
    let ones = [Double](repeating: 1, count: members.count)
    #expect((giniCoefficient(sortedValues: members, weights: ones) - gini).magnitude < 1e-14)
  }

  @Test("nobody, and nothing to share")
  func edges() {
    #expect(giniCoefficient(sortedValues: [Double](), weights: [Double]()).isNaN)
    #expect(giniCoefficient(sortedValues: [0.0, 0.0], weights: [1.0, 1.0]).isNaN)
    #expect(giniCoefficient(sortedValues: [1.0], weights: [0.0]).isNaN)
    #expect(giniCoefficient(sortedValues: [4.0], weights: [2.0]) == 0)
  }
}
