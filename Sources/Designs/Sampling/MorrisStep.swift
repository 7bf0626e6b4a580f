/// One step of a Morris trajectory: which variable changed, and by how much.
public struct MorrisStep: Hashable, Sendable {
  /// The point after the step; the point before it has the number below.
  public let point: Int
  /// The variable that changed, from 0.
  public let variable: Int
  /// By how much it changed, negative if downwards, in the unit that effects are for: the whole range of the variable.
  public let change: Double
}
