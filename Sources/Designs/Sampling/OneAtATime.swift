/// A usual point, and each variable alone at a low and at a high value: the points of a tornado diagram.
///
/// Point 0 is the usual one, point 1 + 2v has variable v low, point 2 + 2v has it high.
public struct OneAtATime: Hashable, Sendable {
  /// Where a variable is at a point.
  public enum Side: Hashable, Sendable {
    /// At its usual value.
    case usual
    /// At its low value.
    case low
    /// At its high value.
    case high
  }

  /// The number of variables d.
  public let variables: Int

  /// The points for a number of variables.
  ///
  /// - Parameter variables: How many variables.
  /// - Complexity: O(1).
  public init(variables: Int) {
    self.variables = variables
  }

  /// The number of points, 1 + 2 d.
  public var count: Int { 1 + 2 * variables }

  /// Where a variable is at a point.
  ///
  /// - Parameters:
  ///   - point: Which point, 0 ..< `count`.
  ///   - variable: Which variable, from 0.
  /// - Returns: The side.
  /// - Complexity: O(1).
  public func side(point: Int, variable: Int) -> Side {
    point == 1 + 2 * variable ? .low : point == 2 + 2 * variable ? .high : .usual
  }
}
