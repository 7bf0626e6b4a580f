public import Households

/// What a sweep runs at every point of a design, and what it keeps.
public struct SweepPlan: Sendable {
  /// Points of the design.
  public let points: Int
  /// The scenarios; the first is the baseline.
  public let scenarioNames: [String]
  /// Replications of each scenario at each point.
  public let replications: Int
  /// What is kept of each run: measures of all households at its end, and `Measure.programmeCost`.
  public let measures: [Measure]

  /// Creates a plan.
  /// - Parameters:
  ///   - points: at least 1.
  ///   - scenarioNames: at least one.
  ///   - replications: at least 1.
  ///   - measures: at least one.
  /// - Precondition: the conditions above.
  public init(points: Int, scenarioNames: [String], replications: Int, measures: [Measure]) {
    precondition(points >= 1 && replications >= 1, "a sweep needs a point and a replication")
    precondition(!scenarioNames.isEmpty && !measures.isEmpty, "a sweep needs a scenario and a measure")
    self.points = points
    self.scenarioNames = scenarioNames
    self.replications = replications
    self.measures = measures
  }

  /// Numbers that a point gives.
  public var valuesPerPoint: Int { scenarioNames.count * replications * measures.count }

  /// Whether there is something to compare the baseline with.
  public var isComparison: Bool { scenarioNames.count > 1 }
}
