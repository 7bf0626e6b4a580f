public import Households

/// From what the chain of a scenario is made, replication by replication.
public struct DependencyEvidence: Sendable {
  /// What each replication contributes.
  public enum Content: Sendable {
    /// Real household-quarters that moved, `to + 64 * from`, 4,096 values each.
    case moves([[Double]])
    /// Circumstances of a profile's households over the run, and the kernel that turns them into a matrix.
    case circumstances([Circumstances], TransitionKernel)
  }

  /// The scenario's name.
  public let scenarioName: String
  /// What each replication contributes.
  public let content: Content

  /// Creates evidence from what each replication contributes.
  public init(scenarioName: String, content: Content) {
    self.scenarioName = scenarioName
    self.content = content
  }

  /// Replications.
  public var replications: Int {
    switch content {
    case .moves(let moves): moves.count
    case .circumstances(let circumstances, _): circumstances.count
    }
  }

  /// Real household-quarters.
  public var householdQuarters: Double {
    switch content {
    case .moves(let moves): moves.reduce(0) { $0 + $1.reduce(0, +) }
    case .circumstances(let circumstances, _): circumstances.reduce(0) { $0 + $1.total }
    }
  }

  /// The chain of all replications, or all but one, from 0; nil where there is nothing to make it of.
  func chain(without omitted: Int? = nil) -> DependencyChain? {
    switch content {
    case .moves(let moves):
      var sum = [Double](repeating: 0, count: JointState.count * JointState.count)
      for (replication, counts) in moves.enumerated() where replication != omitted {
        for index in sum.indices { sum[index] += counts[index] }
      }
      return DependencyChain(moves: sum)
    case .circumstances(let circumstances, let kernel):
      var sum = Circumstances()
      for (replication, part) in circumstances.enumerated() where replication != omitted { sum.add(part) }
      return sum.total > 0 ? DependencyChain(kernel.matrix(of: sum.profile), occupancy: sum.states) : nil
    }
  }
}
