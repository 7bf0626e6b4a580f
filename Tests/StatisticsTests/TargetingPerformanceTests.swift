import Statistics
import Testing

@Suite struct TargetingPerformanceTests {
  /// Sums over members sorted by welfare upwards.
  private static func sums(
    _ benefits: [Double], _ weights: [Double], poorestShare: Double = 0.4
  ) -> TargetingPerformance {
    var sums = TargetingPerformance(poorestShare: poorestShare)
    let total = weights.reduce(0, +)
    var before = 0.0
    for (benefit, weight) in zip(benefits, weights) {
      let membership = sums.membership(weight: weight, weightBefore: before, totalWeight: total)
      sums.add(membership: membership, benefit: benefit, weight: weight)
      before += weight
    }
    return sums
  }

  @Test("five members by hand, of whom the two poorest are the target")
  func knownAnswer() {
    let sums = Self.sums([3, 0, 1, 0, 0], [1, 1, 1, 1, 1])
    #expect(sums.performance == 0.75 / 0.4)
  }

  @Test("the member at the border of the poorest part belongs to it with a fraction")
  func border() {
    // The poorest two fifths of 10 are the first 3 and a quarter of the next 4.
    let sums = Self.sums([0, 1, 0], [3, 4, 3])
    #expect(sums.performance == 0.25 / 0.4)
  }

  @Test("is 1 where all get the same, and 1 / p where only the poorest part gets anything")
  func bounds() {
    let weights = (0..<50).map { Double($0 * 13 % 7 + 1) }
    for share in [0.2, 0.4, 0.5] {
      let sums = Self.sums([Double](repeating: 2, count: 50), weights, poorestShare: share)
      #expect((sums.performance - 1).magnitude < 1e-13)
    }
    let poorestOnly = Self.sums([1, 1, 0, 0, 0], [1, 1, 1, 1, 1])
    #expect(poorestOnly.performance == 2.5)
    #expect(Self.sums([0, 0, 0, 0, 1], [1, 1, 1, 1, 1]).performance == 0)
  }

  @Test("agrees with benefits by head of a population in which each weight is as many members")
  func slowReference() {
    let weights = (0..<40).map { Double($0 * 13 % 7 + 1) }
    let benefits = (0..<40).map { Double($0 * 31 % 11) / 4 }
    var members: [Double] = []
    for (benefit, weight) in zip(benefits, weights) { members += [Double](repeating: benefit, count: Int(weight) * 5) }
    let poorest = members.prefix(members.count * 2 / 5)
    let performance = poorest.reduce(0, +) / members.reduce(0, +) / 0.4
    let sums = Self.sums(benefits, weights)
    #expect((sums.performance - performance).magnitude < 1e-13)
  }

  @Test("nobody, and nobody served")
  func edges() {
    #expect(TargetingPerformance().performance.isNaN)
    #expect(Self.sums([0, 0], [1, 1]).performance.isNaN)
  }
}
