import Randomness
import Testing

@testable import Statistics

@Suite("The rescaled bootstrap")
struct RescaledBootstrapTests {
  private static let resamples = 1000

  @Test("factors of a stratum sum to its units, and a single unit keeps its weight")
  func factors() {
    let design = SurveyDesign(
      strata: [0, 0, 0, 0, 0, 1, 1, 2], primarySamplingUnits: [0, 1, 2, 3, 4, 5, 6, 7],
      weights: [Double](repeating: 1, count: 8), persons: [Double](repeating: 1, count: 8))
    let bootstrap = RescaledBootstrap(design: design, resamples: 200, stream: RandomStream(seed: 1, replication: 0))
    var sums = [Double](repeating: 0, count: 8)
    for resample in 0..<200 {
      let factors = bootstrap.factors(ofResample: resample)
      #expect((factors[..<5].reduce(0, +) - 5).magnitude < 1e-12)
      #expect(factors[5] + factors[6] == 2 && factors[7] == 1)
      for unit in 0..<8 { sums[unit] += factors[unit] }
    }
    // A factor is 5/4 times a binomial number of 4 draws at 1/5, with variance 1; of 1 draw at 1/2 it has variance 1.
    for unit in 0..<7 { #expect((sums[unit] / 200 - 1).magnitude < 4 / 200.0.squareRoot(), "unit \(unit)") }
  }

  @Test("agrees with the linearisation in every measure, within the error of so many resamples")
  func agreement() {
    let made = ClusteredSample(unitsPerStratum: 60, householdsPerUnit: 6, seed: 11)
    let analysis = SurveyAnalysis(
      sample: made.sample, measures: ClusteredSample.measures, partitions: [made.partition])
    let bootstrap = RescaledBootstrap(
      design: made.design, resamples: Self.resamples, stream: RandomStream(seed: 5, replication: 0))
    let findings = analysis.findings(bootstrap: bootstrap).filter { $0.estimate != nil }
    #expect(findings.count == 3 * ClusteredSample.measures.count)
    for finding in findings {
      let ratio = finding.bootstrapError / (finding.estimate?.standardError ?? .nan)
      // A standard deviation of normal values has the relative error 1 / sqrt(2 resamples).
      #expect((ratio - 1).magnitude < 4 / Double(2 * Self.resamples).squareRoot(), "\(finding.measure), \(ratio)")
    }
  }

  @Test("the same seed gives the same errors, another seed others")
  func seeds() {
    let made = ClusteredSample(unitsPerStratum: 5, householdsPerUnit: 3, seed: 2)
    func errors(seed: UInt64) -> [Double] {
      let bootstrap = RescaledBootstrap(
        design: made.design, resamples: 10, stream: RandomStream(seed: seed, replication: 0))
      return SurveyAnalysis(sample: made.sample, measures: [.gini], partitions: []).findings(bootstrap: bootstrap).map(
        \.bootstrapError)
    }
    #expect(errors(seed: 1) == errors(seed: 1))
    #expect(errors(seed: 1) != errors(seed: 2))
  }
}
