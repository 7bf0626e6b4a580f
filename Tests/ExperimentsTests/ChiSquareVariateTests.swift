import ExactMath
import Randomness
import Testing

@testable import Experiments

@Suite("Chi-square numbers")
struct ChiSquareVariateTests {
  private static let draws = 20_000

  private static func sample(_ degreesOfFreedom: Int) -> [Double] {
    let stream = RandomStream(seed: 11, replication: 0)
    return (0..<draws).map { draw in
      chiSquareVariate(degreesOfFreedom: degreesOfFreedom) { attempt in
        stream.draw(entity: UInt32(draw), quarter: Int32(attempt), purpose: Purpose(rawValue: 1))
      }
    }
  }

  /// The probability of being at most x; with even degrees of freedom a sum of Poisson probabilities.
  private static func cumulative(_ x: Double, _ degreesOfFreedom: Int) -> Double {
    if degreesOfFreedom == 1 { return 2 * normalCumulative(x.squareRoot()) - 1 }
    var (sum, term) = (0.0, exponential(-x / 2))
    for count in 0..<degreesOfFreedom / 2 {
      sum += term
      term *= x / 2 / Double(count + 1)
    }
    return 1 - sum
  }

  @Test("they have the chi-square distribution", arguments: [1, 2, 4, 10, 40])
  func distribution(degreesOfFreedom: Int) {
    let sorted = Self.sample(degreesOfFreedom).sorted()
    let distance = sorted.enumerated().reduce(0.0) { distance, value in
      let cumulative = Self.cumulative(value.element, degreesOfFreedom)
      let steps = [Double(value.offset), Double(value.offset + 1)].map { $0 / Double(Self.draws) }
      return max(distance, abs(cumulative - steps[0]), abs(cumulative - steps[1]))
    }
    // Kolmogorov's bound, exceeded once in a thousand times.
    #expect(distance < 1.95 / Double(Self.draws).squareRoot())
  }

  @Test("mean and variance are n and 2 n", arguments: [3, 7, 999])
  func moments(degreesOfFreedom: Int) {
    let sample = Self.sample(degreesOfFreedom)
    let count = Double(Self.draws)
    let n = Double(degreesOfFreedom)
    let mean = sample.reduce(0, +) / count
    #expect(abs(mean - n) < 4 * (2 * n / count).squareRoot())
    let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    // The fourth central moment is 12 n (n + 4).
    #expect(abs(variance - 2 * n) < 4 * ((12 * n * (n + 4) - 4 * n * n) / count).squareRoot())
  }
}
