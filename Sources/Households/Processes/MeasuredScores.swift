import Simulation

/// How poor a programme takes households to be: by its survey, or by the scorecard as it is (model, 7.4).
struct MeasuredScores: Sendable {
  /// What a survey has found, NaN where it has not been; nil: the scorecard without error.
  let survey: Column<Float>?
  /// Points for each doubling of `1 + k / need`.
  let wealthPoints: Double
  /// Up to so many points a household is poor: the three lowest bands.
  static let poor: Float = 23.5
  /// Up to so many points a household is extremely poor: the lowest band.
  static let extremelyPoor: Float = 11.5

  /// Points of a household before they are cut to 0-100; NaN where the survey has not been.
  func points(_ population: Population, _ household: Int) -> Float {
    survey?[household] ?? population.uncutScore(of: household, wealthPoints: wealthPoints)
  }

  /// Whether a household counts as poor.
  func isPoor(_ population: Population, _ household: Int) -> Bool { points(population, household) <= Self.poor }

  /// Mean points of some households; nil where the survey has not been to all.
  func mean(_ population: Population, of households: Range<Int>) -> Double? {
    var sum = 0.0
    for household in households { sum += Double(points(population, household)) }
    return sum.isNaN ? nil : sum / Double(households.count)
  }
}
