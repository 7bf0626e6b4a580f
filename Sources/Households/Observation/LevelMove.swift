/// A move between neighbouring levels of a dimension.
public struct LevelMove: Hashable, Sendable, CaseIterable {
  /// The dimension.
  public let dimension: Dimension
  /// The level it leads from, 0-3.
  public let from: Int
  /// The level it leads to, one higher or lower.
  public let to: Int

  /// All moves: by dimension and the lower of the two levels, up before down.
  public static let allCases: [LevelMove] = Dimension.allCases.flatMap { dimension in
    (0..<3).flatMap { lower in
      [
        LevelMove(dimension: dimension, from: lower, to: lower + 1),
        LevelMove(dimension: dimension, from: lower + 1, to: lower),
      ]
    }
  }

  /// The name in outputs, such as `bonded_to_tied`; names of levels are different in all dimensions.
  public var name: String { dimension.levelNames[from] + "_to_" + dimension.levelNames[to] }

  /// Its place in `allCases`.
  static func index(_ dimension: Dimension, lower: Int, isUp: Bool) -> Int {
    2 * (lower + 3 * dimension.rawValue) + (isUp ? 0 : 1)
  }
}
