import Statistics
import Testing

@testable import Experiments
@testable import Households

@Suite("Comparison with the baseline")
struct ComparisonTests {
  private func comparison(
    _ baseline: [Double], _ scenario: [Double], scenarios: Int = 1, range: Measure.Range = .anyNumber
  ) -> Comparison {
    var moments = PairedMoments()
    for (baseline, scenario) in zip(baseline, scenario) { moments.add(baseline: baseline, scenario: scenario) }
    return Comparison(moments, scenarios: scenarios, range: range)
  }

  @Test("common luck reduces the variance by a factor worked out by hand")
  func varianceReduction() {
    // Variances 700 / 3 and 793 / 3, of the differences 1.
    #expect(abs(comparison([10, 20, 40], [11, 22, 43]).varianceReduction - 1493.0 / 3) < 1e-9)
    // Without common luck there is nothing to gain; with opposite luck there is something to lose.
    #expect(comparison([1, 2, 1, 2], [1, 1, 2, 2]).varianceReduction == 1)
    #expect(comparison([1, 2, 3], [3, 2, 1]).varianceReduction == 0.5)
  }

  @Test("a difference that does not vary has no such factor")
  func constantDifference() {
    #expect(comparison([1, 2, 3], [2, 3, 4]).varianceReduction.isNaN)
    #expect(comparison([1, 1], [1, 1]).varianceReduction.isNaN)
    #expect(comparison([1], [2]).varianceReduction.isNaN)
  }

  @Test("the ratio has Fieller's interval, also from the covariance")
  func ratio() {
    // The example of the cost per exit, worked out by hand there.
    let comparison = comparison([20, 23, 22], [10, 13, 14])
    #expect(abs(comparison.ratio - 37.0 / 65) < 1e-12)
    #expect(abs(comparison.ratioLow - 0.383219166790) < 1e-9)
    #expect(abs(comparison.ratioHigh - 0.718940223644) < 1e-9)
  }

  @Test("where a measure cannot be below 0 its ratio is not either")
  func ratioNotNegative() {
    let (baseline, scenario) = ([20.0, 23, 22], [0.0, 13, 1])
    let (plain, share) = (comparison(baseline, scenario), comparison(baseline, scenario, range: .share))
    #expect(plain.ratioLow < 0 && share.ratioLow == 0)
    #expect(share.ratio == plain.ratio && share.ratioHigh == plain.ratioHigh)
  }

  @Test("equal scenarios have the ratio 1, a baseline of 0 has none")
  func ratioOfEquals() {
    let values = [0.4, 0.2, 0.3, 1.0 / 3, 2.0.squareRoot() / 3]
    let equal = comparison(values, values)
    #expect(equal.ratio == 1 && equal.ratioLow == 1 && equal.ratioHigh == 1)
    #expect(comparison([0, 0], [1, 2]).ratio.isNaN)
    #expect(comparison([0, 0], [1, 2]).ratioLow.isNaN)
    #expect(comparison([2], [3]).ratioHigh.isNaN)
    #expect(comparison([2], [3]).ratio == 1.5)
  }

  @Test("the interval for all scenarios is the plain one where there is one scenario")
  func familyOfOne() {
    let comparison = comparison([10, 20, 40], [11, 22, 43])
    #expect(comparison.familyLow == comparison.difference.low)
    #expect(comparison.familyHigh == comparison.difference.high)
  }

  @Test("for two scenarios each interval misses with half of 5%")
  func familyOfTwo() {
    // With 2 degrees of freedom t = (2 p - 1) sqrt(2 / (4 p (1 - p))); p = 0.9875.
    let factor = 0.975 * (2 / (4 * 0.9875 * 0.0125)).squareRoot()
    let comparison = comparison([10, 20, 40], [11, 22, 43], scenarios: 2)
    #expect(abs(comparison.familyHigh - (2 + factor / 3.0.squareRoot())) < 1e-9)
    #expect(abs(comparison.familyLow - (2 - factor / 3.0.squareRoot())) < 1e-9)
    #expect(comparison.verdict == .undecided)
  }

  // MARK: - Replications that would tell a difference apart

  /// Differences of mean 1 and so much deviation, in two replications.
  private func replications(deviation: Double, scenarios: Int = 1, atMost most: Int = 10_000) -> Int? {
    let half = deviation / 2.0.squareRoot()
    return comparison([0, 0], [1 - half, 1 + half]).replicationsToTellApart(scenarios: scenarios, atMost: most)
  }

  @Test("quantiles of the replications to come count, not those of today")
  func publishedQuantiles() {
    // t(3) / sqrt 4 = 1.591 and t(2) / sqrt 3 = 2.484 are on either side of 1 / 0.5, t(4) / sqrt 5 = 1.242 below 1 / 0.7;
    // with two replications t(1) = 12.706 would ask for (12.706 * 0.5)^2 = 41.
    #expect(replications(deviation: 0.5) == 4)
    #expect(replications(deviation: 0.7) == 5)
    #expect(replications(deviation: 0.05) == 2)
  }

  @Test(
    "the number is the first by which all are asked one after the other",
    arguments: [0.01, 0.3, 0.6, 1, 2.5, 4.243, 7, 12], [1, 2, 7])
  func slowSearch(deviation: Double, scenarios: Int) {
    let first = (2...3000).first { number in
      let quantile = studentQuantile(probability: 1 - 0.025 / Double(scenarios), degreesOfFreedom: number - 1)
      return quantile * deviation / Double(number).squareRoot() < 1
    }
    #expect(replications(deviation: deviation, scenarios: scenarios) == first)
  }

  @Test("many are as many as the normal distribution asks for and half of 1 + z^2 more", arguments: [20.0, 40, 50])
  func largeNumbers(deviation: Double) throws {
    // t = z + (z^3 + z) / (4 n) with n degrees of freedom, to the first order; z = 1.959964.
    let square = 1.959963984540054 * 1.959963984540054
    let expected = square * deviation * deviation + (1 + square) / 2
    let number = try #require(replications(deviation: deviation))
    #expect(abs(Double(number) - expected) <= 1)
  }

  @Test("no number is told where it is larger than wanted, or there is nothing to go by")
  func noNumber() {
    #expect(replications(deviation: 4.243, atMost: 72) == 72)
    #expect(replications(deviation: 4.243, atMost: 71) == nil)
    #expect(comparison([0, 0], [1, -1]).replicationsToTellApart(scenarios: 1, atMost: 100) == nil)
    #expect(comparison([0], [1]).replicationsToTellApart(scenarios: 1, atMost: 100) == nil)
  }

  // MARK: - Rounding

  @Test("a difference that is rounding alone is 0, and so are its percentage and its interval")
  func differenceOfNothing() {
    let comparison = comparison([0.3, 0.3, 0.7], [0.1 + 0.2, 0.1 + 0.2, 0.7])
    #expect(comparison.difference.mean == 0 && comparison.percent == 0)
    #expect(comparison.familyLow == 0 && comparison.familyHigh == 0)
  }

  @Test("differences that cancel but for the rounding of their figures have the mean 0")
  func cancelling() {
    let comparison = comparison([1e6, 1e6, 1e6], [1e6 + 3.17, 1e6 + 3.17, 1e6 - 6.34])
    #expect(comparison.difference.mean == 0 && comparison.percent == 0)
    #expect(comparison.difference.standardDeviation > 5)
  }

  @Test("a mean that is rounding alone leaves no residue in its intervals")
  func settledIntervals() {
    let comparison = comparison([1e6, 1e6, 1e6], [1e6 + 3.17, 1e6 + 3.17, 1e6 - 6.34], scenarios: 2)
    let difference = comparison.difference
    #expect(difference.mean == 0 && difference.high > 0)
    #expect(difference.low == -difference.high)
    #expect(comparison.familyLow == -comparison.familyHigh && comparison.familyHigh > difference.high)
  }
}
