import Simulation

/// What a poverty survey has found: the scores of the households that it has visited.
final class SurveyedScores: Sendable {
  /// Measured points before they are cut to 0-100, NaN where the survey has not been.
  let points: Column<Float>

  init(households: Int) { points = Column(repeating: .nan, count: households) }
}
