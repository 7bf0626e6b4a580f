/// A household's levels in the three dimensions together, `E + 4 S + 16 P`.
public struct JointState: Hashable, Sendable {
  /// Number of joint states.
  public static let count = DependencyState.count
  /// Successive quarters out of dependency that make an exit durable.
  public static let durableQuarters = Int(Score.durableQuarters)
  /// All of them, in the order of their indices.
  public static let all = (0..<count).map(JointState.init(index:))

  /// `E + 4 S + 16 P`, 0-63.
  public let index: Int

  /// The state of an index.
  /// - Parameter index: `E + 4 S + 16 P`, 0-63.
  public init(index: Int) {
    precondition((0..<Self.count).contains(index), "there are 64 joint states")
    self.index = index
  }

  /// Its level in one dimension, 0-3.
  /// - Parameter dimension: which.
  /// - Returns: the level, worst to best.
  public func level(of dimension: Dimension) -> Int { index >> (2 * dimension.rawValue) & 3 }

  /// The names of its levels, as outputs write them: `tied/sheltered/client`.
  public var name: String {
    Dimension.allCases.map { $0.levelNames[level(of: $0)] }.joined(separator: "/")
  }

  /// Out of dependency: E = 3, S >= 2 and P >= 2.
  public var isOut: Bool { DependencyState(rawValue: UInt8(index)).isOut }
}
