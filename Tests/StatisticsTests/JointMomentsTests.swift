import Testing

@testable import Statistics

@Suite("Joint moments")
struct JointMomentsTests {
  private static let sample: [[Double]] = [[1, 10, 5], [2, 30, 5], [4, 20, 5], [9, 25, 5]]

  private static func moments(_ sample: [[Double]]) -> JointMoments {
    sample.reduce(into: JointMoments(dimension: sample[0].count)) { $0.add($1) }
  }

  @Test("means and covariances agree with sums over pairs of deviations")
  func plainSums() {
    let moments = Self.moments(Self.sample)
    let means = (0..<3).map { quantity in Self.sample.reduce(0) { $0 + $1[quantity] } / 4 }
    for first in 0..<3 {
      #expect(abs(moments.mean(first) - means[first]) < 1e-13)
      for second in 0..<3 {
        let products = Self.sample.map { ($0[first] - means[first]) * ($0[second] - means[second]) }
        #expect(abs(moments.covarianceOfMeans(first, second) - products.reduce(0, +) / 12) < 1e-13)
      }
    }
  }

  @Test("one quantity has the moments of a sample, bit for bit")
  func oneQuantity() {
    let moments = Self.moments(Self.sample.map { [$0[0]] })
    let plain = RunningMoments(Self.sample.map { $0[0] })
    #expect(moments.mean(0) == plain.mean)
    #expect(moments.covarianceOfMeans(0, 0) == plain.variance / 4)
  }

  @Test("the difference of two means varies as the differences do")
  func differences() {
    let moments = Self.moments(Self.sample)
    let differences = RunningMoments(Self.sample.map { $0[1] - $0[0] })
    #expect(abs(moments.varianceOfDifference(1, 0) - differences.variance / 4) < 1e-13)
    let twins = Self.moments([0.1, 0.7, 1.0 / 3].map { [$0, $0] })
    #expect(twins.varianceOfDifference(0, 1) == 0)
  }

  @Test("small deviations from large means are kept")
  func largeMeans() {
    let moments = Self.moments([[1e9, 2e9], [1e9 + 1, 2e9 + 3], [1e9 + 2, 2e9 + 6]])
    #expect(moments.covarianceOfMeans(0, 1) == 1)
  }

  @Test("too few observations define nothing")
  func few() {
    var moments = JointMoments(dimension: 1)
    #expect(moments.mean(0).isNaN)
    moments.add([3])
    #expect(moments.mean(0) == 3)
    #expect(moments.covarianceOfMeans(0, 0).isNaN)
    #expect(moments.varianceOfDifference(0, 0).isNaN)
  }

  @Test("NaN among the observations makes the variance of a difference NaN")
  func undefined() {
    let moments = Self.moments([[1, 2, 3], [.nan, 5, 4], [2, 3, 7]])
    #expect(moments.varianceOfDifference(0, 1).isNaN)
    #expect(moments.varianceOfDifference(1, 0).isNaN)
    #expect(moments.varianceOfDifference(1, 2) > 0)
  }

  @Test("what is rounding beside the figures that values are differences of is 0")
  func rounding() {
    let weight = 3.17
    var moments = JointMoments(dimension: 2)
    for (first, second) in [(1.0, -2.0), (1, 1), (-2, 1)] {
      // Differences of sums of a million, off by what such sums round by.
      moments.add([weight * first + 1e-10, weight * second], differencesOf: [1e6, 1e6])
    }
    #expect(moments.mean(0) == 0 && moments.mean(1) == 0)
    #expect(moments.differenceOfMeans(0, 1) == 0)
    #expect(moments.varianceOfDifference(0, 1) > 1)
    #expect(moments.magnitudes == [1e6, 1e6])
    let constant = Self.moments([[0.3, 1], [0.1 + 0.2, 2]])
    #expect(constant.varianceOfMean(0) == 0 && constant.varianceOfMean(1) == 0.25)
  }
}
