public import Households

/// A scenario that is run under two names does not differ from itself.
public struct SameScenarioCheck<Engine: Simulator>: SelfCheck {
  /// The promise in plain words.
  public let promise = "the same scenario under two names is the same"
  private let twins: TwinRuns<Engine>

  /// Prepares the check.
  /// - Parameters:
  ///   - engine: what simulates; made for the scenario.
  ///   - scenario: the scenario.
  ///   - replications: replications to compare.
  public init(engine: Engine, scenario: Scenario, replications: Int) {
    var second = scenario
    second.name += " under another name"
    twins = TwinRuns(engine: engine, first: scenario, second: second, replications: replications)
  }

  /// Runs the scenario twice.
  /// - Returns: the verdict.
  /// - Throws: nothing of its own.
  public func verdict() throws -> SelfCheckVerdict { SelfCheckVerdict(promise, try twins.evidence()) }
}
