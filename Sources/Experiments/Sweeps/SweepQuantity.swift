internal import Households

/// What is analysed of a sweep: a measure of a scenario, or its difference from the baseline.
public struct SweepQuantity: Hashable, Sendable {
  /// Index in the plan's scenarios.
  public let scenario: Int
  /// Index in the plan's measures.
  public let measure: Int
  /// Whether the baseline's value in the same replication is taken off.
  public let isDifference: Bool

  /// Creates a quantity.
  public init(scenario: Int, measure: Int, isDifference: Bool) {
    self.scenario = scenario
    self.measure = measure
    self.isDifference = isDifference
  }
}

extension SweepPlan {
  /// All quantities: for each scenario its measures, then their differences from the baseline.
  public var quantities: [SweepQuantity] {
    scenarioNames.indices.flatMap { scenario in
      (scenario == 0 ? [false] : [false, true]).flatMap { isDifference in
        measures.indices.map { SweepQuantity(scenario: scenario, measure: $0, isDifference: isDifference) }
      }
    }
  }
}
