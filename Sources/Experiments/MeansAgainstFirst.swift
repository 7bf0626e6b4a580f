internal import ExactMath
internal import Statistics

/// Means of scenarios, all measured from the first: what they have in common is left out, and with it its rounding.
struct MeansAgainstFirst: Sendable {
  /// Of each scenario but the first its figures minus those of the first.
  let moments: JointMoments
  /// Figures of each scenario.
  let figures: Int

  init(_ moments: JointMoments, figures: Int = 1) {
    self.moments = moments
    self.figures = figures
  }

  /// Scenarios, the first among them.
  var count: Int { moments.dimension / figures + 1 }

  func mean(_ scenario: Int, figure: Int = 0) -> Double {
    scenario == 0 ? 0 : moments.mean(place(scenario, figure))
  }

  /// The mean difference between two scenarios.
  func difference(_ first: Int, _ second: Int, figure: Int = 0) -> Double {
    if first == 0 || second == 0 { return mean(first, figure: figure) - mean(second, figure: figure) }
    return moments.differenceOfMeans(place(first, figure), place(second, figure))
  }

  /// The largest magnitude of a figure in any scenario.
  func magnitude(figure: Int) -> Double {
    (1..<count).reduce(0) { max($0, moments.magnitudes[place($1, figure)]) }
  }

  /// The variance of the mean difference between two scenarios.
  func varianceOfDifference(_ first: Int, _ second: Int, figure: Int = 0) -> Double {
    if first == second { return 0 }
    if first == 0 || second == 0 { return moments.varianceOfMean(place(max(first, second), figure)) }
    return moments.varianceOfDifference(place(first, figure), place(second, figure))
  }

  /// The variance of the mean of one scenario less a share of that of another, both measured from the first.
  func variance(_ scenario: Int, less share: Double, of other: Int) -> Double {
    let variance =
      covariance(scenario, scenario) + share * share * covariance(other, other) - 2 * share
      * covariance(scenario, other)
    return variance < 0 ? 0 : variance
  }

  /// The covariance of the mean differences between two scenarios in two figures.
  func covarianceOfDifferences(_ first: Int, _ second: Int, figures left: Int, _ right: Int) -> Double {
    func covariance(_ scenario: Int, _ other: Int) -> Double {
      self.covariance(scenario, other, figures: left, right)
    }
    return covariance(first, first) - covariance(first, second) - covariance(second, first) + covariance(second, second)
  }

  /// The covariance of the means of two scenarios, each in one figure.
  private func covariance(_ first: Int, _ second: Int, figures left: Int = 0, _ right: Int = 0) -> Double {
    first == 0 || second == 0 ? 0 : moments.covarianceOfMeans(place(first, left), place(second, right))
  }

  /// The first scenario that was equal to one in every replication; itself where there is none before it.
  func firstEqual(to scenario: Int) -> Int {
    (0..<scenario).first { other in
      (0..<figures).allSatisfy { figure in
        difference(other, scenario, figure: figure) == 0
          && varianceOfDifference(other, scenario, figure: figure) == 0
      }
    } ?? scenario
  }

  /// The place of a figure of a scenario, from 1, among the moments.
  func place(_ scenario: Int, _ figure: Int) -> Int { figures * (scenario - 1) + figure }
}

extension JointMoments {
  /// Takes in each kind of figure of all scenarios in one replication, as differences from the first scenario.
  ///
  /// Figures that differ by rounding alone are one number, so that a difference that is none is 0 to the bit. Nothing
  /// is taken in where one is undefined.
  /// - Precondition: There is a quantity for each kind of figure of each scenario but the first, kinds side by side.
  mutating func addDifferencesFromFirst(_ figures: [[Double]]) {
    guard figures.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return }
    let settled = figures.map { RoundingTolerance.settled($0) }
    let magnitudes = figures.map { $0.reduce(0) { max($0, $1.magnitude) } }
    let others = (figures.first ?? []).indices.dropFirst()
    add(
      others.flatMap { scenario in settled.map { $0[scenario] - $0[0] } },
      differencesOf: others.flatMap { _ in magnitudes })
  }
}
