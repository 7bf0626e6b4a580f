import Statistics
import Testing

@Suite struct AlkireFosterTests {
  private static func sums(
    _ rule: DeprivationRule, _ deprivations: some Sequence<UInt64>, _ weights: some Sequence<Double>
  ) -> AlkireFoster {
    var sums = AlkireFoster(rule)
    for (deprivation, weight) in zip(deprivations, weights) { sums.add(deprivation, weight: weight) }
    return sums
  }

  @Test("four members by hand: deprived in none, one, two and all of four indicators")
  func knownAnswer() {
    let rule = DeprivationRule(weights: [2, 1, 0.5, 0.5], cutoff: 0.5)
    #expect(rule.weights == [0.5, 0.25, 0.125, 0.125])
    let sums = Self.sums(rule, [0b0000, 0b0001, 0b1010, 0b1111], [1, 1, 1, 1])
    // Poor are the second (1/2) and the last (1); 3/8 is too little.
    #expect(sums.headcountRatio == 0.5)
    #expect(sums.intensity == 0.75)
    #expect(sums.adjustedHeadcountRatio == 0.375)
    #expect(sums.censoredHeadcountRatios == [0.5, 0.25, 0.25, 0.25])
    // In eighths of M0 = 3/8: 4 x 1/2, 2 x 1/4, 1 x 1/4 and 1 x 1/4, of three in all.
    let twelfths: [Double] = [8, 2, 1, 1]
    #expect(zip(sums.contributions, twelfths).allSatisfy { ($0 * 12 - $1).magnitude < 1e-14 })
  }

  /// Members with pseudo-random deprivations and weights.
  private static let deprivations = (0..<800).map { (UInt64($0 + 1) &* 0x9E37_79B9_7F4A_7C15) >> 54 }
  private static let weights = (0..<800).map { Double($0 % 7 + 1) }
  private static let rules = [0.05, 1.0 / 3, 0.5, 0.8, 1].map {
    DeprivationRule(weights: [1, 1, 2, 0.5, 0, 1, 3, 1, 1, 0.5], cutoff: $0)
  }

  @Test("agrees with a slow matrix of censored deprivations", arguments: rules)
  func slowReference(rule: DeprivationRule) {
    let sums = Self.sums(rule, Self.deprivations, Self.weights)
    let matrix = Self.deprivations.map { bits in (0..<10).map { bits & (1 << UInt64($0)) == 0 ? 0.0 : 1 } }
    let scores = matrix.map { row in zip(row, rule.weights).map { $0 * $1 }.reduce(0, +) }
    let censored = zip(matrix, scores).map { row, score in row.map { score > rule.cutoff - 1e-9 ? $0 : 0 } }
    let total = Self.weights.reduce(0, +)
    for indicator in 0..<10 {
      let headcount = zip(censored, Self.weights).map { $0[indicator] * $1 }.reduce(0, +) / total
      #expect((sums.censoredHeadcountRatios[indicator] - headcount).magnitude < 1e-13)
    }
    let adjusted = zip(censored, Self.weights).map { row, weight in
      weight * zip(row, rule.weights).map { $0 * $1 }.reduce(0, +)
    }
    #expect((sums.adjustedHeadcountRatio - adjusted.reduce(0, +) / total).magnitude < 1e-13)
  }

  @Test("M0 = H A, A lies between the cut-off and 1, and indicators and subgroups make up M0", arguments: rules)
  func decomposition(rule: DeprivationRule) {
    let whole = Self.sums(rule, Self.deprivations, Self.weights)
    let adjusted = whole.adjustedHeadcountRatio
    #expect((adjusted - whole.headcountRatio * whole.intensity).magnitude < 1e-14)
    #expect(whole.intensity > rule.cutoff - 1e-9 && whole.intensity < 1 + 1e-9)
    #expect((whole.contributions.reduce(0, +) - 1).magnitude < 1e-13)
    let indicators = zip(rule.weights, whole.censoredHeadcountRatios).map { $0 * $1 }
    #expect((indicators.reduce(0, +) - adjusted).magnitude < 1e-13)
    let groups = [0..<50, 50..<500, 500..<800].map { Self.sums(rule, Self.deprivations[$0], Self.weights[$0]) }
    let average = groups.reduce(0) { $0 + $1.totalWeight / whole.totalWeight * $1.adjustedHeadcountRatio }
    #expect((average - adjusted).magnitude < 1e-13)
    let totalWeight = groups.reduce(0) { $0 + $1.totalWeight }
    #expect(groups.reduce(0) { $0 + $1.poorWeight } / totalWeight == whole.headcountRatio)
    #expect((groups.reduce(0) { $0 + $1.weightedScore } / totalWeight - adjusted).magnitude < 1e-13)
  }

  @Test("one deprivation less of one who stays poor lowers M0 and leaves H: dimensional monotonicity")
  func monotonicity() {
    let rule = DeprivationRule(weights: [1, 1, 1, 1], cutoff: 0.5)
    let before = Self.sums(rule, [0b0111, 0b1111, 0b0001], [1, 1, 1])
    let after = Self.sums(rule, [0b0011, 0b1111, 0b0001], [1, 1, 1])
    #expect(after.headcountRatio == before.headcountRatio)
    #expect(after.adjustedHeadcountRatio < before.adjustedHeadcountRatio)
    // Of one who is not poor it changes nothing: deprivations are censored.
    let none = Self.sums(rule, [0b0111, 0b1111, 0b0000], [1, 1, 1])
    #expect(none == Self.sums(rule, [0b0111, 0b1111, 0b1000], [1, 1, 1]))
  }

  @Test("0.388 x 0.509 = 0.197, the published check of H, A and M0")
  func publishedCheck() {
    // Of the 388 poor among 1,000, nine parts in a hundred are deprived in six of ten indicators, the others in five.
    let rule = DeprivationRule(weights: [Double](repeating: 1, count: 10), cutoff: 0.4)
    var sums = AlkireFoster(rule)
    sums.add(0b11111, weight: 353.08)
    sums.add(0b111111, weight: 34.92)
    sums.add(0b1, weight: 612)
    #expect((sums.headcountRatio - 0.388).magnitude < 1e-12)
    #expect((sums.intensity - 0.509).magnitude < 1e-12)
    #expect((sums.adjustedHeadcountRatio - 0.197).magnitude < 5e-4)
  }

  @Test("sums of weights that reach the cut-off but for rounding count")
  func rounding() {
    let tenths = DeprivationRule(weights: [Double](repeating: 1, count: 10), cutoff: 0.3)
    for triple: UInt64 in [0b111, 0b1_0010_0001, 0b11_1000_0000] {
      #expect(tenths.isPoor(score: tenths.score(triple)))
    }
    #expect(!tenths.isPoor(score: tenths.score(0b11)))
    let thirds = DeprivationRule(weights: [1, 1, 1], cutoff: 1)
    #expect(thirds.isPoor(score: thirds.score(0b111)))
  }

  @Test("nobody, nobody poor, and no indicator with a weight")
  func edges() {
    let rule = DeprivationRule(weights: [1, 1], cutoff: 0.5)
    #expect(AlkireFoster(rule).headcountRatio.isNaN)
    let content = Self.sums(rule, [0, 0], [1, 2])
    #expect(content.headcountRatio == 0 && content.intensity.isNaN && content.adjustedHeadcountRatio == 0)
    let weightless = DeprivationRule(weights: [0, 0], cutoff: 0.5)
    #expect(Self.sums(weightless, [0b11], [1]).headcountRatio == 0)
  }
}
