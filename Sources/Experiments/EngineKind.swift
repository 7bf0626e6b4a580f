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

  /// The processes of a quarter that it follows, in order.
  public var processNames: [String] {
    switch self {
    case .individual: Model.processNames
    case .cohort: CohortEngine.processNames
    }
  }
}
