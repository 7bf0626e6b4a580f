/// What a sample tells of a population: an estimate and how far it may be off because a sample was drawn.
public struct SurveyEstimate: Hashable, Sendable {
  /// The estimate, in the unit of the statistic.
  public let value: Double
  /// Its standard error, in the same unit; NaN where the design gives none.
  public let standardError: Double
  /// The interval from Student's distribution.
  public let interval: ConfidenceInterval
  /// Its variance over that of as many households drawn one by one; NaN where that is 0 or unknown.
  public let designEffect: Double
  /// Units less strata, by which the interval is widened.
  public let degreesOfFreedom: Int
}
