/// The probabilities of moving up, of staying and of moving down in each dimension, from each of the 64 joint states.
///
/// Moves in the three dimensions are independent of each other, given the state and the profile.
public struct MoveProbabilities: Hashable, Sendable {
  /// What can happen in a dimension in a quarter, in the order of `values`.
  public enum Direction: Int, CaseIterable, Sendable {
    case up, stay, down
  }

  /// `state + 64 * (direction + 3 * dimension)`, 0-1.
  public var values: [Double]

  /// Creates probabilities.
  /// - Parameter values: 576 values, `state + 64 * (direction + 3 * dimension)`.
  public init(values: [Double]) {
    precondition(values.count == 9 * DependencyState.count, "each state has three probabilities in three dimensions")
    self.values = values
  }

  /// One probability.
  /// - Parameters:
  ///   - direction: up, stay or down.
  ///   - dimension: economic, social or political.
  ///   - state: the joint state `E + 4 S + 16 P`, 0-63.
  public subscript(direction: Direction, dimension: Dimension, state: Int) -> Double {
    values[state + DependencyState.count * (direction.rawValue + 3 * dimension.rawValue)]
  }
}
