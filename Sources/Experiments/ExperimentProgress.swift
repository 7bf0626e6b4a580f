/// How far an experiment has come.
public struct ExperimentProgress: Hashable, Sendable {
  /// The replication that runs, from 1.
  public let replication: Int
  /// Replications in all.
  public let replications: Int
  /// The scenario that runs; nil while a population settles.
  public let scenarioName: String?
  /// Share of the work that is done, 0-1, counting quarters.
  public let fraction: Double
}
