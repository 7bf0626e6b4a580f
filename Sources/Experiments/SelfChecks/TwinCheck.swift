public import Households

/// A promise that a scenario does not differ from its twin.
public struct TwinCheck<Engine: Simulator>: SelfCheck {
  /// The promise in plain words.
  public let promise: String
  private let twins: TwinRuns<Engine>

  /// A programme without money changes nothing.
  /// - Parameters:
  ///   - engine: what simulates; made for the scenario.
  ///   - scenario: the scenario to which the programme is added.
  ///   - replications: replications to compare.
  /// - Returns: the check.
  public static func programmeWithoutMoney(engine: Engine, scenario: Scenario, replications: Int) -> Self {
    var second = scenario
    second.name += " and a programme without money"
    second.programmes.append(.withoutMoney(in: scenario))
    return Self(
      promise: "a programme without money changes nothing",
      twins: TwinRuns(engine: engine, first: scenario, second: second, replications: replications))
  }

  /// A scenario that is run under two names does not differ from itself.
  /// - Parameters:
  ///   - engine: what simulates; made for the scenario.
  ///   - scenario: the scenario.
  ///   - replications: replications to compare.
  /// - Returns: the check.
  public static func anotherName(engine: Engine, scenario: Scenario, replications: Int) -> Self {
    var second = scenario
    second.name += " under another name"
    return Self(
      promise: "the same scenario under two names is the same",
      twins: TwinRuns(engine: engine, first: scenario, second: second, replications: replications))
  }

  /// Runs the scenario and its twin.
  /// - Returns: the verdict.
  /// - Throws: nothing of its own.
  public func verdict() throws -> SelfCheckVerdict { SelfCheckVerdict(promise, try twins.evidence()) }
}
