import ExactMath
@testable import Statistics
import Testing

@Suite("Linearised measures")
struct LinearisedMeasureTests {
  private static let made = ClusteredSample(unitsPerStratum: 5, householdsPerUnit: 4, seed: 3)
  private static let sample = made.sample

  private func value(_ measure: SurveyMeasure, weights: [Double], isMember: [Bool]) -> Double {
    Self.sample.linearised(measure, over: LinearisedDomain(weights: weights, isMember: isMember)).value
  }

  @Test(
    "influences are the derivatives by the weights, found by moving each weight", arguments: ClusteredSample.measures)
  func influences(measure: SurveyMeasure) {
    let weights = Self.sample.design.personWeights
    for isMember in [weights.map { _ in true }, Self.made.levels.map { $0 == 0 }] {
      let domain = LinearisedDomain(weights: weights, isMember: isMember)
      let statistic = Self.sample.linearised(measure, over: domain)
      let step = 1e-3
      for row in weights.indices {
        var more = weights
        var less = weights
        more[row] += step
        less[row] -= step
        let difference =
          value(measure, weights: more, isMember: isMember) - value(measure, weights: less, isMember: isMember)
        // The third derivative is of the order of the value over the cube of the size.
        #expect((difference / (2 * step) - statistic.influences[row]).magnitude < 1e-10, "row \(row)")
      }
    }
  }

  @Test(
    "weighted influences sum to 0, for nothing depends on the scale of weights", arguments: ClusteredSample.measures)
  func homogeneous(measure: SurveyMeasure) {
    let statistic = Self.sample.linearised(measure, over: Self.sample.everybody)
    let sum = zip(Self.sample.design.personWeights, statistic.influences).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(sum.magnitude < 1e-13)
  }

  @Test("the Gini coefficient has the influences of Binder and Kovacevic")
  func gini() {
    let ratios = Self.sample.welfareRatios
    let weights = Self.sample.design.personWeights
    let size = weights.reduce(0, +)
    let mean = zip(ratios, weights).reduce(0) { $0 + $1.0 * $1.1 } / size
    let statistic = Self.sample.linearised(.gini, over: Self.sample.everybody)
    for row in ratios.indices {
      // z = 2 / (mean N) (A y + B - mean (G + 1) / 2),  A = F(y) - (G + 1) / 2,  B = sum over j of w_j y_j [y_j >= y] / N
      let below = zip(ratios, weights).reduce(0) { $1.0 < ratios[row] ? $0 + $1.1 : $0 } / size
      let above = zip(ratios, weights).reduce(0) { $1.0 >= ratios[row] ? $0 + $1.0 * $1.1 : $0 } / size
      let half = (statistic.value + 1) / 2
      let expected = 2 / (mean * size) * ((below - half) * ratios[row] + above - mean * half)
      #expect((statistic.influences[row] - expected).magnitude < 1e-14)
    }
  }

  @Test("ties and values that fall give the sum of differences over all pairs")
  func differences() {
    let values: [Double] = [5, 5, 3, 3, 3, 1]
    let weights: [Double] = [1, 2, 1, 0.5, 4, 3]
    let domain = LinearisedDomain(weights: weights, isMember: [true, true, true, true, false, true])
    let statistic = domain.differencesOfPairs(sortedValues: values)
    let members = [0, 1, 2, 3, 5]
    var whole = 0.0
    for row in members {
      let sum = members.reduce(0) { $0 + weights[$1] * (values[row] - values[$1]).magnitude }
      #expect((statistic.influences[row] - 2 * sum).magnitude < 1e-12)
      whole += weights[row] * sum
    }
    #expect((statistic.value - whole).magnitude < 1e-12)
    #expect(statistic.influences[4] == 0)
  }
}
