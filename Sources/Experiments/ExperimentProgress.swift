/// How far an experiment has come.
public struct ExperimentProgress: Hashable, Sendable {
  /// The first replication that is not complete, from 1.
  public let replication: Int
  /// Replications in all; while a precision is sought, as many as can be foreseen.
  public let replications: Int
  /// The scenario that runs; nil while a population settles.
  public let scenarioName: String?
  /// Share of the work that is done, 0-1, counting quarters; it falls where more replications prove to be needed.
  public let fraction: Double
}
