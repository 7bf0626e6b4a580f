import ExactMath
import Statistics
import Testing

@Suite struct WattsIndexTests {
  private static func watts(_ ratios: [Double], _ weights: [Double], floor: Double = 0.01) -> WattsIndex {
    var sums = WattsIndex()
    for (ratio, weight) in zip(ratios, weights) { sums.add(welfareRatio: ratio, weight: weight, floor: floor) }
    return sums
  }

  @Test("a population known by hand: shortfalls of ln 2 and ln 4 among eight")
  func knownAnswer() {
    let watts = Self.watts([0.5, 0.25, 1, 2], [1, 2, 3, 2])
    #expect((watts.index - 5 * naturalLogarithm(2) / 8).magnitude < 1e-15)
  }

  @Test("agrees with the log-normal distribution", arguments: [0.3, 0.6, 1.1], [-0.4, 0, 0.5])
  func closedForm(deviation: Double, mean: Double) {
    let distribution = LogNormal(mean: mean, deviation: deviation)
    let count = 100_000
    let watts = Self.watts(distribution.quantiles(count: count), [Double](repeating: 1, count: count), floor: 1e-9)
    // The middles of cells of a falling function err by at most half its range in a cell.
    let range = -naturalLogarithm(distribution.quantiles(count: count)[0])
    #expect((watts.index - distribution.watts).magnitude <= max(range, 1) / Double(count))
  }

  @Test("agrees with a slow sum of integrals of gaps, and is at least the poverty gap")
  func slowReference() {
    let ratios = (0..<200).map { Double($0 * 7919 % 1000 + 20) / 400 }
    let weights = (0..<200).map { Double($0 % 5) }
    // ln (1 / r) is the integral of 1 / t from r to 1, by Simpson's rule.
    func logarithm(_ ratio: Double) -> Double {
      let steps = 2000
      let width = (1 - ratio) / Double(steps)
      return (0...steps).reduce(0) { sum, step in
        let factor: Double = step == 0 || step == steps ? 1 : step % 2 == 1 ? 4 : 2
        return sum + factor / (ratio + Double(step) * width)
      } * width / 3
    }
    var (sum, total) = (0.0, 0.0)
    for (ratio, weight) in zip(ratios, weights) {
      if ratio < 1 { sum += weight * logarithm(ratio) }
      total += weight
    }
    let watts = Self.watts(ratios, weights)
    #expect((watts.index - sum / total).magnitude < 1e-8)
    #expect(watts.index >= FosterGreerThorbecke(welfareRatios: ratios, weights: weights).gap)
  }

  @Test("decomposes into groups, and a transfer from poor to poorer lowers it")
  func invariants() {
    let ratios = (0..<900).map { Double($0 * 7919 % 1000 + 1) / 400 }
    let weights = (0..<900).map { Double($0 % 7 + 1) }
    let whole = Self.watts(ratios, weights)
    var sum = WattsIndex()
    var average = 0.0
    for start in stride(from: 0, to: 900, by: 300) {
      let group = Self.watts(Array(ratios[start..<start + 300]), Array(weights[start..<start + 300]))
      sum.add(group)
      average += group.totalWeight / whole.totalWeight * group.index
    }
    #expect((sum.index - whole.index).magnitude < 1e-13)
    #expect((average - whole.index).magnitude < 1e-13)
    #expect(Self.watts([0.3, 0.7], [1, 1]).index < Self.watts([0.2, 0.8], [1, 1]).index)
  }

  @Test("nobody, everybody at the line, and nothing, which counts as the floor")
  func edges() {
    #expect(WattsIndex().index.isNaN)
    #expect(Self.watts([1, .nan], [1, 1]).index == 0)
    #expect(Self.watts([0], [2]).index == Self.watts([0.01], [3]).index)
    #expect((Self.watts([0], [2]).index - naturalLogarithm(100)).magnitude < 1e-14)
  }
}
