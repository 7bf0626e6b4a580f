/// One step of a Morris trajectory: which variable changed, and by how much.
public struct MorrisStep: Hashable, Sendable {
  /// The point after the step; the point before it has the number below.
  public let point: Int
  /// The variable that changed, from 0.
  public let variable: Int
  /// By how much it changed, negative if downwards, in the unit that effects are for: the whole range of the variable.
  public let change: Double

  /// A step.
  ///
  /// - Parameters:
  ///   - point: The point after the step, at least 1.
  ///   - variable: The variable that changed.
  ///   - change: By how much, not 0.
  /// - Complexity: O(1).
  public init(point: Int, variable: Int, change: Double) {
    self.point = point
    self.variable = variable
    self.change = change
  }
}
