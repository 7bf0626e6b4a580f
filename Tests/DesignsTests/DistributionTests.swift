import Designs
import Foundation
import Testing

@Suite struct DistributionTests {
  static let distributions: [Distribution] = [
    .uniform(low: -2, high: 5), .logUniform(low: 0.01, high: 10), .normal(mean: 3, standardDeviation: 2),
    .logNormal(median: 2, logStandardDeviation: 0.5), .triangular(low: 1, mode: 2, high: 5),
    .triangular(low: 1, mode: 1, high: 5), .triangular(low: 1, mode: 5, high: 5),
  ]

  // Computed with scipy 1.17.
  static let knownQuantiles: [(Distribution, [(Double, Double)])] = [
    (.uniform(low: -2, high: 5), [(0, -2), (0.25, -0.25), (0.5, 1.5), (1, 5)]),
    (
      .logUniform(low: 0.01, high: 10),
      [
        (0, 0.01), (0.1, 0.019952623149688802), (0.25, 0.05623413251903493), (0.5, 0.31622776601683805),
        (0.9, 5.011872336272725), (1, 10),
      ]
    ),
    (
      .normal(mean: 3, standardDeviation: 2),
      [(0, -.infinity), (0.001, -3.1804646123356264), (0.1, 0.43689686891079926), (0.5, 3), (0.975, 6.919927969080108)]
    ),
    (
      .logNormal(median: 2, logStandardDeviation: 0.5),
      [
        (0, 0), (0.025, 0.7506357148263528), (0.3, 1.5387138793285178), (0.5, 2), (0.9, 3.795905414669421),
        (1, .infinity),
      ]
    ),
    (
      .triangular(low: 1, mode: 2, high: 5),
      [
        (0, 1), (0.05, 1.4472135954999579), (0.25, 2), (0.5, 2.550510257216822), (0.9, 3.904554884989668), (1, 5),
      ]
    ),
  ]

  @Test("known quantiles", arguments: knownQuantiles)
  func known(distribution: Distribution, answers: [(Double, Double)]) {
    for (probability, expected) in answers {
      let quantile = distribution.quantile(probability)
      #expect(
        quantile == expected || (quantile - expected).magnitude <= 4e-15 * max(1, expected.magnitude),
        "quantile \(quantile) at \(probability)")
    }
  }

  @Test("quantiles rise", arguments: distributions)
  func monotone(distribution: Distribution) {
    let quantiles = (0...4000).map { distribution.quantile(Double($0) / 4000) }
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("the cumulative probability of a quantile is the probability", arguments: distributions)
  func inverse(distribution: Distribution) {
    for index in 1..<1000 {
      let probability = Double(index) / 1000
      let back = cumulativeProbability(distribution.quantile(probability), distribution)
      #expect((back - probability).magnitude < 1e-14)
    }
  }

  @Test("there is no quantile outside 0 to 1", arguments: distributions)
  func outside(distribution: Distribution) {
    #expect(distribution.quantile(-0.001).isNaN)
    #expect(distribution.quantile(1.001).isNaN)
    #expect(distribution.quantile(.nan).isNaN)
  }

  @Test("only what has ends has finite quantiles at them", arguments: distributions)
  func ends(distribution: Distribution) {
    #expect(distribution.isBounded == distribution.quantile(1).isFinite)
  }

  @Test("what is wrong is told, all at once")
  func problems() {
    for distribution in Self.distributions {
      #expect(distribution.problems.isEmpty)
    }
    #expect(Distribution.uniform(low: 1, high: 1).problems == [.lowNotBelowHigh])
    #expect(Distribution.uniform(low: .nan, high: .infinity).problems == [.notFinite(.low), .notFinite(.high)])
    #expect(Distribution.uniform(low: -1.7e308, high: 1.7e308).problems == [.tooWide])
    #expect(Distribution.logUniform(low: 0, high: 2).problems == [.notPositive(.low)])
    #expect(Distribution.logUniform(low: -1, high: -2).problems == [.notPositive(.low), .lowNotBelowHigh])
    #expect(Distribution.normal(mean: 0, standardDeviation: 0).problems == [.notPositive(.standardDeviation)])
    #expect(
      Distribution.logNormal(median: -1, logStandardDeviation: -1).problems == [
        .notPositive(.median), .notPositive(.logStandardDeviation),
      ])
    #expect(Distribution.triangular(low: 0, mode: 2, high: 1).problems == [.modeOutsideRange])
    #expect(Distribution.triangular(low: 1, mode: 2, high: 0).problems == [.lowNotBelowHigh])
  }

  /// The textbook formula of each distribution.
  private func cumulativeProbability(_ x: Double, _ distribution: Distribution) -> Double {
    switch distribution {
    case .uniform(let low, let high): (x - low) / (high - low)
    case .logUniform(let low, let high): log(x / low) / log(high / low)
    case .normal(let mean, let deviation): erfc((mean - x) / deviation / 2.0.squareRoot()) / 2
    case .logNormal(let median, let deviation): erfc(log(median / x) / deviation / 2.0.squareRoot()) / 2
    case .triangular(let low, let mode, let high):
      x < mode
        ? (x - low) * (x - low) / (high - low) / (mode - low)
        : 1 - (high - x) * (high - x) / (high - low) / (high - mode)
    }
  }
}
