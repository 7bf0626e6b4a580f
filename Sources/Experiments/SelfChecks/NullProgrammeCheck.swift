public import Households

/// A programme without money changes nothing.
public struct NullProgrammeCheck<Engine: Simulator>: SelfCheck {
  /// The promise in plain words.
  public let promise = "a programme without money changes nothing"
  private let twins: TwinRuns<Engine>

  /// Prepares the check.
  /// - Parameters:
  ///   - engine: what simulates; made for the scenario.
  ///   - scenario: the scenario to which the programme is added.
  ///   - replications: replications to compare.
  public init(engine: Engine, scenario: Scenario, replications: Int) {
    var second = scenario
    second.name += " and a programme without money"
    second.programmes.append(.withoutMoney(in: scenario))
    twins = TwinRuns(engine: engine, first: scenario, second: second, replications: replications)
  }

  /// Runs the scenario with and without the programme.
  /// - Returns: the verdict.
  /// - Throws: nothing of its own.
  public func verdict() throws -> SelfCheckVerdict { SelfCheckVerdict(promise, try twins.evidence()) }
}
