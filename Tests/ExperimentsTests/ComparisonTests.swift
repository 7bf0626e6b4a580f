import Statistics
import Testing

@testable import Experiments

@Suite("Comparison with the baseline")
struct ComparisonTests {
  private func comparison(_ baseline: [Double], _ scenario: [Double], scenarios: Int = 1) -> Comparison {
    var moments = PairedMoments()
    for (baseline, scenario) in zip(baseline, scenario) { moments.add(baseline: baseline, scenario: scenario) }
    return Comparison(moments, scenarios: scenarios)
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
    #expect(comparison.mayBeZero)
  }

  @Test("replications that would tell a difference apart")
  func replications() throws {
    // Differences 1 and -0.5: mean 0.25, deviation 0.75 sqrt 2, t(1) = 12.7062: (12.7062 * 1.0607 / 0.25)^2 = 2906.2
    let number = try #require(comparison([0, 0], [1, -0.5]).replicationsToTellApart(scenarios: 1))
    #expect(number == 2907)
    #expect(comparison([0, 0], [1, -1]).replicationsToTellApart(scenarios: 1) == nil)
    #expect(comparison([0], [1]).replicationsToTellApart(scenarios: 1) == nil)
  }
}
