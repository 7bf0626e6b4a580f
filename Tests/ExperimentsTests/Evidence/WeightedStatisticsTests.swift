import Testing

@testable import Experiments

@Suite("Weighted statistics of the evidence")
struct WeightedStatisticsTests {
  @Test("a quantile is the least value up to which the share of weight lies")
  func quantiles() {
    #expect(
      weightedQuantiles(of: [3, 1, 2, 4], weights: [1, 1, 1, 1], shares: [0, 0.25, 0.26, 0.5, 1]) == [1, 1, 2, 2, 4])
    #expect(weightedQuantiles(of: [1, 2], weights: [3, 1], shares: [0.5, 0.75, 0.76]) == [1, 1, 2])
    // Three tenths of ten is less than 3 as it is computed.
    let ten = Array(repeating: 1.0, count: 10)
    #expect(weightedQuantiles(of: (1...10).map(Double.init), weights: ten, shares: [0.1 + 0.2]) == [3])
    #expect(weightedQuantiles(of: [], weights: [], shares: [0.5])[0].isNaN)
  }

  @Test("the Gini coefficient of 1 and 3 is a quarter, in any order, and weights count members")
  func gini() {
    #expect(giniCoefficient(of: [1, 3], weights: [1, 1]) == 0.25)
    #expect(giniCoefficient(of: [3, 1], weights: [2, 2]) == 0.25)
    #expect(giniCoefficient(of: [5, 5, 5], weights: [1, 2, 3]) == 0)
    let twice = giniCoefficient(of: [1, 1, 4], weights: [1, 1, 1])
    #expect((giniCoefficient(of: [4, 1], weights: [1, 2]) - twice).magnitude < 1e-15)
  }

  @Test("means, deviations and shares are of weights")
  func moments() {
    #expect(weightedMean(of: [1, 5], weights: [3, 1]) == 2)
    #expect((weightedDeviation(of: [1, 5], weights: [3, 1]) - 3.0.squareRoot()).magnitude < 1e-15)
    #expect(weightedShare(of: [true, false, true], weights: [1, 2, 5]) == 0.75)
    #expect(weightedMean(of: [], weights: []).isNaN)
  }
}
