public import Households

/// What runs at one point: scenarios with the values of the point, and what simulates them.
public struct SweepPoint<Engine: Simulator>: Sendable {
  /// What simulates; made for the baseline of the point.
  public let engine: Engine
  /// The scenarios; the first is the baseline.
  public let scenarios: [Scenario]

  /// Creates a point.
  public init(engine: Engine, scenarios: [Scenario]) {
    self.engine = engine
    self.scenarios = scenarios
  }
}
