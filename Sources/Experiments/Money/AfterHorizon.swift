internal import CostEffectiveness
internal import Households

/// What is assumed of gains after the last quarter that was simulated.
public enum AfterHorizon: String, CaseIterable, Sendable {
  /// Nothing: the effect is a count at the end.
  case atEnd = "at_end"
  /// Nothing is left of them.
  case gainsStop = "gains_stop"
  /// A share of them is left each year.
  case gainsFade = "gains_fade"
  /// All of them stay, for as many years as are counted.
  case gainsPersist = "gains_persist"

  /// What becomes of the last quarter's amounts.
  func continuation(_ evaluation: EvaluationParameters) -> Continuation {
    switch self {
    case .atEnd, .gainsStop: .stops
    case .gainsFade: .fades(shareLeftEachYear: evaluation.shareLeftEachYear)
    case .gainsPersist: .persists
    }
  }
}
