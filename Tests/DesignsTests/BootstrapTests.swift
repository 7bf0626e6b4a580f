import Designs
import Randomness
import Testing

@Suite struct BootstrapTests {
  func mean(_ values: [Double]) -> ([Double]) -> [Double] {
    { weights in [zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / Double(values.count)] }
  }

  @Test("each resample has as many units as there are, and each unit is as likely")
  func weights() {
    var totals = [Double](repeating: 0, count: 37)
    var calls = 0
    _ = Bootstrap(resamples: 2000, seed: 1).estimates(ofUnits: 37) { weights in
      #expect(weights.reduce(0, +) == 37)
      if calls == 0 {
        #expect(weights == [Double](repeating: 1, count: 37))
      } else {
        for (unit, weight) in weights.enumerated() { totals[unit] += weight }
      }
      calls += 1
      return [0]
    }
    #expect(calls == 2001)
    for total in totals {
      #expect(plausibleSuccesses(of: 2000 * 37, probability: 1 / 37).contains(total))
    }
  }

  @Test("39 resamples give the smallest and the largest as 95% interval")
  func orderStatistics() {
    let values = (0..<20).map { Double($0 * $0) }
    var means: [Double] = []
    let estimate = Bootstrap(resamples: 39, seed: 4).estimates(ofUnits: 20) { weights in
      let mean = mean(values)(weights)
      means += mean
      return mean
    }[0]
    #expect(estimate.value == means[0])
    #expect(estimate.lower == means.dropFirst().min())
    #expect(estimate.upper == means.dropFirst().max())
  }

  @Test("quantiles between order statistics are interpolated")
  func interpolation() {
    // The statistic counts the calls, so that the resampled values are 1...9; 0.1 and 0.9 of 10 are ranks 1 and 9.
    for (level, lower, upper) in [(0.8, 1.0, 9.0), (0.5, 2.5, 7.5), (0.99, 1, 9)] {
      var call = -1.0
      let bootstrap = Bootstrap(resamples: 9, level: level, stream: RandomStream(seed: 1, replication: 0))
      let estimate = bootstrap.estimates(ofUnits: 3) { _ in
        call += 1
        return [call]
      }[0]
      #expect((estimate.lower - lower).magnitude < 1e-12)
      #expect((estimate.upper - upper).magnitude < 1e-12)
    }
  }

  @Test("the interval of a mean has the width that theory gives")
  func width() {
    let stream = RandomStream(seed: 8, replication: 0)
    let values = (0..<400).map { stream.draw(entity: $0, quarter: 0, purpose: Purpose(rawValue: 9)).normal0 }
    let estimate = Bootstrap(resamples: 4000, seed: 2).estimates(ofUnits: 400, statistic: mean(values))[0]
    let average = values.reduce(0, +) / 400
    let variance = values.reduce(0) { $0 + ($1 - average) * ($1 - average) } / 400
    let expected = 2 * 1.959964 * (variance / 400).squareRoot()
    // The standard error of an extreme quantile from 4000 resamples is about 2.3% of the half width.
    #expect(((estimate.upper - estimate.lower) / expected - 1).magnitude < 0.08)
  }

  @Test("a constant has an interval without width, and no resamples give none")
  func degenerate() {
    let constant = Bootstrap(resamples: 50, seed: 2).estimates(ofUnits: 12) { _ in [0.1, .nan] }
    #expect(constant[0] == BootstrapEstimate(value: 0.1, lower: 0.1, upper: 0.1))
    #expect(constant[1].value.isNaN && constant[1].lower.isNaN && constant[1].upper.isNaN)
    let none = Bootstrap(resamples: 0, seed: 2).estimates(ofUnits: 12) { _ in [0.1] }
    #expect(none[0].value == 0.1 && none[0].lower.isNaN && none[0].upper.isNaN)
    let nobody = Bootstrap(resamples: 5, seed: 2).estimates(ofUnits: 0) { _ in [.nan] }
    #expect(nobody[0].value.isNaN && nobody[0].lower.isNaN)
  }

  @Test("the stream decides the interval, and nothing else")
  func repeatable() {
    let values = (0..<50).map { Double($0 * $0 % 17) }
    func estimate(_ seed: UInt64) -> BootstrapEstimate {
      Bootstrap(resamples: 200, seed: seed).estimates(ofUnits: 50, statistic: mean(values))[0]
    }
    #expect(estimate(1) == estimate(1))
    #expect(estimate(1) != estimate(2))
    #expect(estimate(1).value == estimate(2).value)
  }
}
