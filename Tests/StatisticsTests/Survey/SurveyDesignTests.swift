@testable import Statistics
import Testing

@Suite("Variance of survey estimates")
struct SurveyDesignTests {
  /// Households of one person, each a unit of its own unless units are given.
  private func design(strata: [Int]? = nil, units: [Int]? = nil, weights: [Double]) -> SurveyDesign {
    SurveyDesign(
      strata: strata ?? weights.map { _ in 0 }, primarySamplingUnits: units ?? Array(weights.indices),
      weights: weights, persons: weights.map { _ in 1 })
  }

  private func mean(_ values: [Double], _ design: SurveyDesign) -> SurveyEstimate {
    let everybody = LinearisedDomain(weights: design.personWeights, isMember: values.map { _ in true })
    return design.estimate(everybody.mean { values[$0] }, domain: everybody.isMember)
  }

  @Test("a share in a simple random sample has variance p (1 - p) / (n - 1) and design effect 1")
  func simpleRandomSample() {
    let values = (0..<50).map { $0 < 20 ? 1.0 : 0.0 }
    let estimate = mean(values, design(weights: values.map { _ in 3 }))
    #expect((estimate.value - 0.4).magnitude < 1e-15)
    #expect((estimate.standardError * estimate.standardError - 0.4 * 0.6 / 49).magnitude < 1e-16)
    #expect((estimate.designEffect - 1).magnitude < 1e-12)
    #expect(estimate.degreesOfFreedom == 49)
    let factor = studentQuantile(probability: 0.975, degreesOfFreedom: 49)
    #expect((estimate.interval.upper - 0.4 - factor * estimate.standardError).magnitude < 1e-15)
    #expect((estimate.interval.lower - 0.4 + factor * estimate.standardError).magnitude < 1e-15)
  }

  @Test("two strata of two clusters, by hand")
  func byHand() {
    // Weighted mean 24 / 9. Residual totals of the clusters -8/3, -4/3 and 4/3, 8/3; each stratum gives
    // 2 (4/9 + 4/9) = 16/9, so that the variance is 32/9 over 9 squared.
    let design = design(strata: [0, 0, 0, 1, 1, 1], units: [1, 1, 2, 1, 2, 2], weights: [2, 2, 2, 1, 1, 1])
    let estimate = mean([1, 3, 2, 4, 6, 2], design)
    #expect(design.unitCount == 4 && design.stratumCount == 2)
    #expect((estimate.value - 8.0 / 3).magnitude < 1e-15)
    #expect((estimate.standardError * estimate.standardError - 32.0 / 729).magnitude < 1e-16)
    #expect(estimate.degreesOfFreedom == 2)
  }

  @Test("a stratum with one unit is compared with the mean of all units")
  func singleUnit() {
    let design = design(strata: [0, 0, 1], weights: [1, 1, 1])
    #expect(design.singleUnitStratumCount == 1)
    // Totals 1, 3 and 8: 2 (1 + 1) in the first stratum, (8 - 4)^2 in the second.
    #expect(design.varianceOfTotal([1, 3, 8]) == 20)
  }

  @Test("one unit tells nothing of errors")
  func nothingToCompare() {
    let estimate = mean([1, 3], design(units: [0, 0], weights: [1, 1]))
    #expect(estimate.value == 2)
    #expect(estimate.standardError.isNaN && estimate.interval.lower.isNaN && estimate.designEffect.isNaN)
    #expect(estimate.degreesOfFreedom == 0)
  }

  @Test("a domain has the degrees of freedom of the units and strata in which it has members")
  func degreesOfFreedom() {
    let design = design(
      strata: [0, 0, 0, 1, 1, 2], units: [0, 1, 2, 3, 4, 5], weights: [1, 1, 1, 1, 1, 1])
    #expect(design.degreesOfFreedom(ofDomain: [true, true, true, true, true, true]) == 3)
    #expect(design.degreesOfFreedom(ofDomain: [true, true, false, true, false, false]) == 1)
    #expect(design.degreesOfFreedom(ofDomain: [false, false, false, true, false, false]) == 0)
  }

  @Test("every unit twice makes of the variance the part (n - 1) / (2 n - 1)")
  func doubling() {
    let values: [Double] = [1, 3, 2, 4, 6, 2, 7]
    let once = mean(values, design(weights: [1, 2, 3, 4, 3, 2, 1]))
    let twice = mean(values + values, design(weights: [1, 2, 3, 4, 3, 2, 1, 1, 2, 3, 4, 3, 2, 1]))
    let ratio = (twice.standardError * twice.standardError) / (once.standardError * once.standardError)
    #expect((ratio - 6.0 / 13).magnitude < 1e-14)
  }

  @Test("clusters of equal households have a design effect of their size, nearly")
  func clusters() {
    let values = (0..<400).map { Double($0 / 10 * 7 % 40) }
    let estimate = mean(values, design(units: (0..<400).map { $0 / 10 }, weights: values.map { _ in 1 }))
    // n / (n - 1) for 40 clusters over that for 400 households, times 10.
    #expect((estimate.designEffect - 10 * (40.0 / 39) * (399.0 / 400)).magnitude < 1e-10)
  }
}
