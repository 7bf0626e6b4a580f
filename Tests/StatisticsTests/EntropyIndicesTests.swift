import ExactMath
import Statistics
import Testing

/// Theil's T and L, and how they divide by groups.
@Suite("Theil's indices")
struct EntropyIndicesTests {
  private static func theil(_ values: some Sequence<Double>, _ weights: some Sequence<Double>) -> TheilIndex {
    var sums = TheilIndex()
    for (value, weight) in zip(values, weights) { sums.add(value, weight: weight) }
    return sums
  }

  private static func deviation(
    _ values: some Sequence<Double>, _ weights: some Sequence<Double>, floor: Double = 1e-9
  ) -> MeanLogDeviation {
    var sums = MeanLogDeviation()
    for (value, weight) in zip(values, weights) { sums.add(value, weight: weight, floor: floor) }
    return sums
  }

  @Test("populations known by hand")
  func knownAnswers() {
    // One of two has all: ln 2. Of 1 and 3 the mean is 2.
    #expect((Self.theil([0, 5], [1, 1]).index - naturalLogarithm(2)).magnitude < 1e-15)
    let theil = 0.75 * naturalLogarithm(1.5) - 0.25 * naturalLogarithm(2)
    #expect((Self.theil([1, 3], [2, 2]).index - theil).magnitude < 1e-15)
    let deviation = naturalLogarithm(2) - naturalLogarithm(3) / 2
    #expect((Self.deviation([1, 3], [2, 2]).index - deviation).magnitude < 1e-15)
  }

  @Test("both are half the variance of a log-normal distribution", arguments: [0.2, 0.5, 0.8, 1.1])
  func closedForm(deviation: Double) {
    let distribution = LogNormal(mean: 0.3, deviation: deviation)
    let count = 100_000
    let (values, ones) = (distribution.quantiles(count: count), [Double](repeating: 1, count: count))
    let expected = deviation * deviation / 2
    // Cells are represented by their middles; what T loses lies in the highest cell, up to its share of income times
    // the logarithm there, and what L loses at both ends.
    let top = distribution.incomeShare(ofTop: 1 / Double(count))
    #expect((Self.theil(values, ones).index - expected).magnitude <= top * naturalLogarithm(values[count - 1]))
    #expect((Self.deviation(values, ones).index - expected).magnitude <= top + 1e-4 * expected)
  }

  @Test("agree with slow sums of relative values")
  func slowReference() {
    let values = (0..<500).map { Double($0 * 7919 % 1000 + 1) / 400 }
    let weights = (0..<500).map { Double($0 % 5) }
    let total = weights.reduce(0, +)
    let mean = zip(values, weights).map { $0 * $1 }.reduce(0, +) / total
    let relative = values.map { $0 / mean }
    let theil = zip(relative, weights).map { $1 * $0 * naturalLogarithm($0) }.reduce(0, +) / total
    let deviation = zip(relative, weights).map { -$1 * naturalLogarithm($0) }.reduce(0, +) / total
    #expect((Self.theil(values, weights).index - theil).magnitude < 1e-13)
    #expect((Self.deviation(values, weights).index - deviation).magnitude < 1e-13)
  }

  @Test("the part between groups is the index of the groups' means")
  func decomposition() {
    let values = (0..<900).map { member -> Double in
      let richness = 1 + member / 300
      return Double((member * 7919 % 1000 + 1) * richness) / 400
    }
    let weights = (0..<900).map { Double($0 % 7 + 1) }
    let bounds = [0..<100, 100..<600, 600..<900]
    let theils = bounds.map { Self.theil(values[$0], weights[$0]) }
    let deviations = bounds.map { Self.deviation(values[$0], weights[$0]) }
    let (whole, wholeDeviation) = (Self.theil(values, weights), Self.deviation(values, weights))
    var sum = TheilIndex()
    for group in theils { sum.add(group) }
    #expect((sum.index - whole.index).magnitude < 1e-13)
    let means = theils.map { $0.total / $0.totalWeight }
    let parts = InequalityDecomposition(
      whole: whole.index, shares: theils.map { $0.total / whole.total }, indices: theils.map(\.index))
    let between = Self.theil(means, theils.map(\.totalWeight)).index
    #expect((parts.between - between).magnitude < 1e-13 && between > 0.01)
    #expect((parts.within - parts.contributions.reduce(0, +)).magnitude < 1e-15)
    #expect((parts.within + parts.between - whole.index).magnitude < 1e-15)
    let deviationParts = InequalityDecomposition(
      whole: wholeDeviation.index, shares: deviations.map { $0.totalWeight / whole.totalWeight },
      indices: deviations.map(\.index))
    let betweenDeviation = Self.deviation(means, deviations.map(\.totalWeight)).index
    #expect((deviationParts.between - betweenDeviation).magnitude < 1e-13)
  }

  @Test("a group of nobody adds nothing, and equal means leave nothing between")
  func emptyGroups() {
    let parts = InequalityDecomposition(whole: 0.25, shares: [0, 1], indices: [.nan, 0.25])
    #expect(parts.contributions == [0, 0.25])
    #expect(parts.between == 0)
  }

  @Test("do not depend on the unit, and are at least 0")
  func invariants() {
    let values = (1...100).map { Double($0) * Double($0) }
    let weights = (0..<100).map { Double($0 % 3 + 1) }
    let theil = Self.theil(values, weights).index
    #expect((Self.theil(values.map { $0 * 7 }, weights.map { $0 / 4 }).index - theil).magnitude < 1e-13)
    let deviation = Self.deviation(values, weights).index
    #expect((Self.deviation(values.map { $0 * 7 }, weights.map { $0 / 4 }).index - deviation).magnitude < 1e-13)
    for value in [0.1, 1.0 / 3, 0.7, 11] {
      let ratios = [Double](repeating: value, count: 7)
      let index = Self.theil(ratios, (1...7).map { Double($0) / 10 }).index
      #expect(index >= 0 && index < 1e-14)
      #expect(Self.deviation(ratios, (1...7).map { Double($0) / 10 }).index >= 0)
    }
  }

  @Test("nobody, nothing, and the floor")
  func edges() {
    #expect(TheilIndex().index.isNaN)
    #expect(Self.theil([0, 0], [1, 1]).index.isNaN)
    #expect(MeanLogDeviation().index.isNaN)
    #expect(
      Self.deviation([0, 2], [1, 1], floor: 0.01).index == Self.deviation([0.01, 2], [1, 1], floor: 0.01).index)
  }
}
