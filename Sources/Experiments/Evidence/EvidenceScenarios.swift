public import Households

/// What happens to the same households in three courses, from which the evidence is taken.
public struct EvidenceScenarios: Sendable {
  /// The courses.
  enum Course: CaseIterable, Sendable {
    case baseline, push, cash

    /// The quarters at which households are looked at.
    var quarters: Set<Int> {
      switch self {
      case .baseline: [0, 4, 8, 12, 16, 20, 28, 40]
      case .push: [4, 8, 12, 20, 28, 40]
      case .cash: [20]
      }
    }
  }

  /// Nothing is done.
  public var baseline: Scenario
  /// Some get assets, a stipend and a coach, once.
  public var push: Scenario
  /// Some get cash in every quarter.
  public var cash: Scenario

  /// Quarters that all three last at least.
  public static let quarters = Course.allCases.flatMap(\.quarters).max() ?? 0

  /// Creates them.
  public init(baseline: Scenario, push: Scenario, cash: Scenario) {
    self.baseline = baseline
    self.push = push
    self.cash = cash
  }

  /// The same under another theory.
  func under(_ regime: Regime) -> Self {
    var scenarios = self
    scenarios.baseline.regime = regime
    scenarios.push.regime = regime
    scenarios.cash.regime = regime
    return scenarios
  }

  subscript(_ course: Course) -> Scenario {
    switch course {
    case .baseline: baseline
    case .push: push
    case .cash: cash
    }
  }
}
