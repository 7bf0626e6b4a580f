/// The 64 joint states of the three dimensions, `E + 4 S + 16 P`, and what counts of moves between them say of each.
public enum JointMoves {
  /// How many joint states there are.
  public static let states = 64

  /// Their names, `economic/social/political`.
  public static let stateNames: [String] = (0..<states).map { state in
    Dimension.allCases.map { $0.levelNames[level(of: $0, in: state)] }.joined(separator: "/")
  }

  /// The level of one dimension in a joint state.
  /// - Parameters:
  ///   - dimension: the dimension.
  ///   - state: the joint state, 0-63.
  /// - Returns: the level, 0-3.
  public static func level(of dimension: Dimension, in state: Int) -> Int { state >> (2 * dimension.rawValue) & 3 }

  /// How many levels apart two joint states are, all dimensions together.
  /// - Parameters:
  ///   - first: a joint state, 0-63.
  ///   - second: another.
  /// - Returns: the sum of the differences in level.
  public static func distance(_ first: Int, _ second: Int) -> Int {
    Dimension.allCases.reduce(0) { $0 + abs(level(of: $1, in: first) - level(of: $1, in: second)) }
  }

  /// The 4 x 4 counts of one dimension from the 64 x 64 joint ones.
  /// - Parameters:
  ///   - dimension: the dimension.
  ///   - joint: counts of joint moves by rows, `to + 64 * from`.
  /// - Returns: counts of the dimension's moves by rows, `to + 4 * from`.
  public static func marginal(of dimension: Dimension, in joint: [Double]) -> [Double] {
    var counts = [Double](repeating: 0, count: 16)
    for from in 0..<states {
      for to in 0..<states {
        counts[level(of: dimension, in: to) + 4 * level(of: dimension, in: from)] += joint[to + states * from]
      }
    }
    return counts
  }
}
