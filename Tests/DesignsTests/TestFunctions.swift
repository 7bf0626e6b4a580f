import Designs
import Foundation
import Randomness
import Testing

/// A function of the unit cube whose Sobol' indices are known in closed form.
struct TestFunction: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let variables: Int
  let firstOrder: [Double]
  let total: [Double]
  let value: @Sendable ([Double]) -> Double

  /// The values at some points.
  func values(at count: Int, _ unit: (Int, Int) -> Double) -> [Double] {
    (0..<count).map { point in value((0..<variables).map { unit(point, $0) }) }
  }

  /// Ishigami and Homma 1990, a = 7, b = 0.1.
  static let ishigami: TestFunction = {
    let (a, b) = (7.0, 0.1)
    let alone = (0.5 * (1 + b * pow(.pi, 4) / 5) * (1 + b * pow(.pi, 4) / 5), a * a / 8)
    let together = 8 * b * b * pow(.pi, 8) / 225
    let variance = alone.0 + alone.1 + together
    return TestFunction(
      testDescription: "Ishigami", variables: 3,
      firstOrder: [alone.0 / variance, alone.1 / variance, 0],
      total: [(alone.0 + together) / variance, alone.1 / variance, together / variance],
      value: { unit in
        let x = unit.map { (2 * $0 - 1) * Double.pi }
        return sin(x[0]) + a * sin(x[1]) * sin(x[1]) + b * x[2] * x[2] * x[2] * x[2] * sin(x[0])
      })
  }()

  /// The weights of the g-function: the larger, the less a variable matters.
  static let weights = [0, 1, 4.5, 9, 99, 99, 99, 99]

  /// Sobol' 1993, the product of (|4 x - 2| + a) / (1 + a).
  static let gFunction: TestFunction = {
    let parts = weights.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product = parts.reduce(1) { $0 * (1 + $1) }
    return TestFunction(
      testDescription: "g-function", variables: weights.count,
      firstOrder: parts.map { $0 / (product - 1) },
      total: parts.map { $0 * product / (1 + $0) / (product - 1) },
      value: { unit in
        zip(unit, weights).reduce(1) { $0 * ((4 * $1.0 - 2).magnitude + $1.1) / (1 + $1.1) }
      })
  }()
}

/// The fewest and the most successes that a probability explains, at 3.3 standard deviations either way (0.1%).
func plausibleSuccesses(of count: Int, probability: Double) -> ClosedRange<Double> {
  let mean = Double(count) * probability
  let deviation = (mean * (1 - probability)).squareRoot()
  return mean - 3.3 * deviation...mean + 3.3 * deviation
}

extension Bootstrap {
  /// A bootstrap whose luck is numbered.
  init(resamples: Int, seed: UInt64) {
    self.init(resamples: resamples, stream: RandomStream(seed: seed, replication: 0))
  }
}

extension BootstrapEstimate {
  func covers(_ truth: Double) -> Bool { lower <= truth && truth <= upper }
}

extension Design {
  /// A design of which only method and variables matter.
  init(_ method: Method, _ variables: [Variable], resamples: Int = 100) {
    self.init(
      name: "test", scenarios: ["baseline.yaml"], settings: [], measures: [], method: method, variables: variables,
      resamples: resamples)
  }
}

extension Variable {
  /// A variable of which only the domain matters.
  init(_ domain: Domain, usual: String? = nil) {
    self.init(name: "name", path: "path", domain: domain, usual: usual)
  }

  /// A number between 0 and 1.
  static let unit = Variable(.number(.uniform(low: 0, high: 1), whole: false))
}
