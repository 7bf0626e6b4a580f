public import Households

/// What a study simulates with.
public enum EngineKind: String, CaseIterable, Sendable {
  /// Every household by itself.
  case individual
  /// Shares of households of like profiles.
  case cohort

  /// The measures that it gives.
  public var measures: [Measure] {
    switch self {
    case .individual: Model.measures
    case .cohort: CohortEngine.measures
    }
  }

  /// The processes of a quarter that it follows and that take part in any of some scenarios, in order.
  /// - Parameter scenarios: what is run.
  /// - Returns: their names.
  public func processNames(of scenarios: [Scenario]) -> [String] {
    let names = Model.processNames(of: scenarios)
    return switch self {
    case .individual: names
    case .cohort: names.filter(CohortEngine.processNames.contains)
    }
  }
}
