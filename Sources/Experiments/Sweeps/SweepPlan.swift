public import Households

/// What a sweep runs at every point of a design, and what it keeps.
public struct SweepPlan: Sendable {
  /// Points of the design.
  public let points: Int
  /// The scenarios; the first is the baseline.
  public let scenarioNames: [String]
  /// Replications of each scenario at each point.
  public let replications: Int
  /// What is kept of each run: measures of all households at its end, `Measure.programmeCost` and
  /// `Measure.discountedCost`.
  public let measures: [Measure]
  /// Real households of each scenario, of which others are part; nil where it is not one number.
  public let households: Double?
  /// What a unit of effect may be worth, PKR of 2015-16, from nothing to the most.
  public let willingnessToPay: [Double]

  /// Creates a plan; households are nil where they are not one number.
  /// - Precondition: There are a point, a scenario, a replication and a measure.
  public init(
    points: Int, scenarioNames: [String], replications: Int, measures: [Measure], households: Double? = nil,
    willingnessToPay: [Double] = EvaluationParameters().willingnessToPay
  ) {
    precondition(points >= 1 && replications >= 1, "a sweep needs a point and a replication")
    precondition(!scenarioNames.isEmpty && !measures.isEmpty, "a sweep needs a scenario and a measure")
    self.points = points
    self.scenarioNames = scenarioNames
    self.replications = replications
    self.measures = measures
    self.households = households
    self.willingnessToPay = willingnessToPay
  }

  /// Numbers that a point gives.
  public var valuesPerPoint: Int { scenarioNames.count * replications * measures.count }

  /// Whether there is something to compare the baseline with.
  public var isComparison: Bool { scenarioNames.count > 1 }
}
