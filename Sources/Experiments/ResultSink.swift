public import Households

/// Which run a result belongs to.
public struct RunIdentity: Hashable, Sendable {
  /// The scenario's index in the plan.
  public let scenario: Int
  /// The scenario's name.
  public let scenarioName: String
  /// The replication, from 1.
  public let replication: Int

  /// Creates an identity.
  public init(scenario: Int, scenarioName: String, replication: Int) {
    self.scenario = scenario
    self.scenarioName = scenarioName
    self.replication = replication
  }
}

/// Takes results as they come, so that an experiment need not keep them.
///
/// Runs arrive in a fixed order: by replication, within it by scenario as in the plan. The household records of a run
/// arrive before its result.
public protocol ResultSink: AnyObject {
  /// Takes one household of a run that goes on, at one of the quarters asked for; an error ends the experiment.
  func take(_ household: HouseholdRecord, of run: RunIdentity) throws

  /// Takes what a finished run produced; an error ends the experiment.
  func take(_ result: RunResult, of run: RunIdentity) throws

  /// Makes a replication, from 1, count: all its runs have been taken, and what was taken is safe when this returns.
  ///
  /// From the sums of all replications until here an experiment can go on. An error ends the experiment.
  func finish(replication: Int, sums: () throws -> [UInt8]) throws
}

extension ResultSink {
  /// Passes a household by.
  public func take(_ household: HouseholdRecord, of run: RunIdentity) {}

  /// Nothing has to be made safe.
  public func finish(replication: Int, sums: () throws -> [UInt8]) {}
}

/// Keeps nothing.
public final class Nowhere: ResultSink {
  /// Creates a sink.
  public init() {}

  /// Forgets a result.
  public func take(_ result: RunResult, of run: RunIdentity) {}
}
