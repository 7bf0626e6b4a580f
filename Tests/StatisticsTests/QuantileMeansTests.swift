import Statistics
import Testing

@Suite("Quantile means and growth incidence")
struct QuantileMeansTests {
  @Test("six members in three parts, and in four, where some are divided")
  func byHand() {
    let (values, weights) = ([1.0, 2, 3, 4, 5, 6], [Double](repeating: 1, count: 6))
    #expect(quantileMeans(sortedValues: values, weights: weights, count: 3) == [1.5, 3.5, 5.5])
    let quarters = quantileMeans(sortedValues: values, weights: weights, count: 4)
    for (mean, expected) in zip(quarters, [4.0 / 3, 8.0 / 3, 13.0 / 3, 17.0 / 3]) {
      #expect((mean - expected).magnitude < 1e-15)
    }
    #expect(quantileMeans(sortedValues: [7.0], weights: [2.5], count: 20) == Array(repeating: 7, count: 20))
    #expect(quantileMeans(sortedValues: [Double](), weights: [Double](), count: 2).allSatisfy { $0.isNaN })
  }

  @Test("a member of weight 3 counts as three members: a slow reference")
  func repetition() {
    let values = (0..<97).map { Double($0 * $0) / 50 }
    let weights = (0..<97).map { Double($0 % 4) }
    let repeated = zip(values, weights).flatMap { Array(repeating: $0.0, count: Int($0.1) * 20) }
    let size = repeated.count / 20
    let means = quantileMeans(sortedValues: values, weights: weights, count: 20)
    #expect(means.count == 20)
    for (part, mean) in means.enumerated() {
      let slow = repeated[part * size..<(part + 1) * size].reduce(0, +) / Double(size)
      #expect((mean - slow).magnitude < 1e-10 * slow + 1e-12)
    }
  }

  @Test("the parts average to the whole, and never fall")
  func invariants() {
    let values = (0..<1000).map { Double($0 * $0 % 7919) }.sorted()
    let weights = (0..<1000).map { 0.1 + Double($0 % 13) }
    let means = quantileMeans(sortedValues: values, weights: weights, count: 20)
    let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    #expect((means.reduce(0, +) / 20 - mean).magnitude < 1e-12 * mean)
    #expect(zip(means, means.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("growth a year compounds to growth over the years")
  func growth() {
    let rates = growthIncidence(start: [1, 2, 0, 4], end: [1.21, 2, 1, 1], years: 2)
    #expect((rates[0] - 0.1).magnitude < 1e-15)
    #expect(rates[1] == 0)
    #expect(rates[2].isNaN)
    #expect((rates[3] + 0.5).magnitude < 1e-15)
  }

  @Test("growth that is the same for all is the same in every part")
  func proportional() {
    let values = (0..<200).map { 1 + Double($0) / 10 }
    let weights = (0..<200).map { Double($0 % 3 + 1) }
    let start = quantileMeans(sortedValues: values, weights: weights, count: 20)
    let end = quantileMeans(sortedValues: values.map { 1.5 * $0 }, weights: weights, count: 20)
    #expect(growthIncidence(start: start, end: end, years: 1).allSatisfy { ($0 - 0.5).magnitude < 1e-13 })
  }
}
