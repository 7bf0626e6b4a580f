public import Households

/// A move by one level in one dimension, from whatever levels in the others: a way out or back that a programme can
/// open or narrow.
public struct Door: Hashable, Sendable {
  /// The dimension.
  public let dimension: Dimension
  /// The level that is left, 0-3.
  public let from: Int
  /// The level that is entered.
  public let to: Int

  /// All of them: upwards in each dimension, then downwards.
  public static let all: [Door] =
    Dimension.allCases.flatMap { dimension in
      (0..<3).map { Door(dimension: dimension, from: $0, to: $0 + 1) }
    }
    + Dimension.allCases.flatMap { dimension in
      (1...3).map { Door(dimension: dimension, from: $0, to: $0 - 1) }
    }

  /// By how much a door is opened when its effect is told: a tenth.
  public static let opening = 0.1

  /// Whether it leads to a better level.
  public var leadsUp: Bool { to > from }

  /// Whether a move goes through it.
  func isPassed(from before: JointState, to after: JointState) -> Bool {
    before.level(of: dimension) == from && after.level(of: dimension) == to
  }
}
