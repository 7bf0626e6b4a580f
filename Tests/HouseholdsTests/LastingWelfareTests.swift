import ExactMath
import Randomness
import Testing

@testable import Households

@Suite struct LastingWelfareTests {
  private static func luck(_ number: Int, _ purpose: UInt32) -> RandomWords {
    RandomStream(seed: 11, replication: 0).draw(
      entity: UInt32(number), quarter: 0, purpose: Purpose(rawValue: purpose))
  }

  private static func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1))
  }

  private static func covariance(_ left: [Double], _ right: [Double]) -> Double {
    let (a, b) = (moments(left).mean, moments(right).mean)
    return zip(left, right).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) } / Double(left.count - 1)
  }

  @Test("normal luck on a normal lasting part: the draws have the known moments")
  func normal() {
    // e = 0.3 + 0.02 s + b + l with variances 0.16 and 0.09: given e the draw of b has the weight 0.16 / 0.25.
    let count = 20_000
    let points = (0..<count).map { 40 + 15 * Self.luck($0, 1).normal0 }
    let logarithms = (0..<count).map { number in
      0.3 + 0.02 * points[number] + 0.4 * Self.luck(number, 2).normal0 + 0.3 * Self.luck(number, 3).normal0
    }
    let lasting = LastingWelfare(
      logarithms: logarithms, points: points, weights: Array(repeating: 1, count: count), variance: 0.09)
    let drawn = (0..<count).map {
      lasting.draw(given: logarithms[$0], points: points[$0], Self.luck($0, 4).wideUniform0)
    }
    let told = points.map { 0.3 + 0.02 * $0 }
    let part = zip(drawn, told).map { $0 - $1 }
    let rest = zip(logarithms, drawn).map { $0 - $1 }
    #expect(Self.moments(part).mean.magnitude < 0.01)
    #expect((Self.moments(part).variance - 0.16).magnitude < 0.01)
    #expect((Self.moments(rest).variance - 0.09).magnitude < 0.01)
    // What lasts and what does not are independent, and so are what the points tell and what does not last.
    #expect(Self.covariance(part, rest).magnitude < 0.01)
    #expect(Self.covariance(told, rest).magnitude < 0.01)
  }

  @Test("without anything that passes what is observed lasts")
  func nothingPasses() {
    let logarithms = [-0.5, 0, 0.25, 1]
    let lasting = LastingWelfare(
      logarithms: logarithms, points: [1, 7, 3, 9], weights: [1, 2, 1, 3], variance: 0)
    for (logarithm, points) in zip(logarithms, [1.0, 7, 3, 9]) {
      #expect((lasting.draw(given: logarithm, points: points, 0.3) - logarithm).magnitude < 1e-12)
    }
  }

  @Test("rows that are all alike last as they are, up to the grid")
  func oneRow() {
    let lasting = LastingWelfare(logarithms: [0.2, 0.2], points: [5, 5], weights: [1, 1], variance: 0.1)
    for uniform in [0.001, 0.5, 0.999] {
      #expect((lasting.draw(given: 0.2, points: 5, uniform) - 0.2).magnitude < 1e-6)
    }
  }
}

@Suite struct LuckBridgeTests {
  /// Follows moments instead of draws: variance of the deviation and its covariance with the goal, quarter by quarter.
  @Test("a burn-in is a stationary path that ends at its goal", arguments: [0.0, 0.5, 0.9457, 0.99])
  func stationary(persistence: Double) {
    var parameters = EarnParameters()
    parameters.persistence = persistence
    let quarters = 24
    let variance = parameters.persistentDeviation * parameters.persistentDeviation
    func power(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { product, _ in product * persistence } }
    var covariance = power(quarters) * variance
    var second = variance
    for left in (0..<quarters).reversed() {
      let bridge = LuckBridge(parameters, quartersToOpening: left)
      second =
        bridge.persistence * bridge.persistence * second + bridge.pull * bridge.pull * variance
        + 2 * bridge.persistence * bridge.pull * covariance + bridge.innovation * bridge.innovation
      covariance = bridge.persistence * covariance + bridge.pull * variance
      #expect((second - variance).magnitude < 1e-12, "\(left)")
      #expect((covariance - power(left) * variance).magnitude < 1e-12, "\(left)")
    }
    #expect(LuckBridge(parameters, quartersToOpening: 0).pull == 1)
  }
}
