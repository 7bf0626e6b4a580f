/// The 64 joint states of the three dimensions, `E + 4 S + 16 P`, and what counts of moves between them say of each.
public enum JointMoves {
  /// How many joint states there are.
  public static let states = JointState.count

  /// Their names, `economic/social/political`.
  public static let stateNames = JointState.all.map(\.name)

  /// How many levels apart two joint states are, all dimensions together.
  /// - Parameters:
  ///   - first: a joint state, 0-63.
  ///   - second: another.
  /// - Returns: the sum of the differences in level.
  public static func distance(_ first: Int, _ second: Int) -> Int {
    let (first, second) = (JointState.all[first], JointState.all[second])
    return Dimension.allCases.reduce(0) { $0 + abs(first.level(of: $1) - second.level(of: $1)) }
  }

  /// The 4 x 4 counts of one dimension from the 64 x 64 joint ones.
  /// - Parameters:
  ///   - dimension: the dimension.
  ///   - joint: counts of joint moves by rows, `to + 64 * from`.
  /// - Returns: counts of the dimension's moves by rows, `to + 4 * from`.
  public static func marginal(of dimension: Dimension, in joint: [Double]) -> [Double] {
    var counts = [Double](repeating: 0, count: 16)
    for from in JointState.all {
      for to in JointState.all {
        counts[to.level(of: dimension) + 4 * from.level(of: dimension)] += joint[to.index + states * from.index]
      }
    }
    return counts
  }
}
