internal import Households

/// What is achieved, of which more is better.
public enum EffectMeasure: String, CaseIterable, Sendable {
  /// Households that have made a durable exit since the start.
  case durableExits = "durable_exits"
  /// Households fewer below the poverty line at the end.
  case householdsLifted = "households_lifted"
  /// Years of households in dependency fewer, discounted.
  case dependencyYears = "dependency_years_averted"
  /// Years of households in poverty fewer, discounted.
  case povertyYears = "poverty_years_averted"

  /// Whether it is summed up over time, and does not count at the end alone.
  private var isOfYears: Bool { self == .dependencyYears || self == .povertyYears }

  /// The unit.
  public var unit: String { isOfYears ? "household-years" : "households" }

  /// What a unit of it may be worth, PKR of 2015-16.
  func willingnessToPay(_ evaluation: EvaluationParameters) -> [Double] {
    isOfYears ? evaluation.willingnessToPayForYear : evaluation.willingnessToPay
  }

  /// What is assumed of the time after the horizon: nothing where only the end counts.
  var afterHorizon: [AfterHorizon] { isOfYears ? [.gainsStop, .gainsFade, .gainsPersist] : [.atEnd] }
}
