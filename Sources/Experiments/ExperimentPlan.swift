public import Households

/// What an experiment runs, decided before the first run: scenarios, each replicated, and what is observed.
public struct ExperimentPlan: Sendable {
  /// The scenarios; the first is the baseline of every comparison.
  public let scenarios: [Scenario]
  /// Replications of each scenario, numbered from 1.
  public let replications: Int
  /// Until when replications are added; nil: `replications` of them.
  public let precision: Precision?
  /// Quarters between observations; the start and the end are always observed.
  public let observeEvery: Int
  /// Quarters at which every household is recorded.
  public let microdataAt: Set<Int>
  /// How far groups are told of.
  public let detail: Detail

  /// Creates a plan.
  ///
  /// Scenarios are all of the same length, with different names. A precision decides how many replications there are,
  /// whatever `replications` says; its half width is above 0, its pilot 2 or more.
  /// - Precondition: These hold, and there are a scenario, a replication and a quarter between observations.
  public init(
    scenarios: [Scenario], replications: Int, precision: Precision? = nil, observeEvery: Int = 4,
    microdataAt: Set<Int> = [], detail: Detail = .population
  ) {
    precondition(!scenarios.isEmpty, "an experiment needs a scenario")
    precondition(Set(scenarios.map(\.years)).count == 1, "all scenarios of an experiment have the same length")
    precondition(Set(scenarios.map(\.name)).count == scenarios.count, "scenarios of an experiment differ in name")
    precondition(replications >= 1, "an experiment needs a replication")
    precondition(
      precision.map { $0.halfWidth > 0 && $0.pilot >= 2 && $0.maximum >= 1 } ?? true,
      "a precision has a half width above 0 and a pilot of two replications or more")
    precondition(observeEvery >= 1, "observations are at least a quarter apart")
    self.scenarios = scenarios
    self.replications = replications
    self.precision = precision
    self.observeEvery = observeEvery
    self.microdataAt = microdataAt
    self.detail = detail
  }

  /// Length of each run.
  public var quarters: Int { scenarios[0].quarters }

  /// The quarters at which each run is observed.
  var observedQuarters: [Int] { (0...quarters).filter { $0 % observeEvery == 0 || $0 == quarters } }

  /// The programmes of each scenario, in its order.
  public var programmeNames: [[String]] { scenarios.map { $0.programmes.map(\.name) } }

  /// Whether there is something to compare the baseline with.
  public var isComparison: Bool { scenarios.count > 1 }
}
