/// The run and quarter that a sample of simulated households belongs to.
public struct SampleRun: Hashable, Sendable {
  /// The name of the scenario.
  public let scenario: String
  /// The replication, from 1.
  public let replication: Int
  /// Quarters since the start.
  public let quarter: Int
}
