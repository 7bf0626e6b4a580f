/// Why a point of a design cannot be run.
public struct PointRefusal: Error, Sendable {
  /// What is wrong.
  public let reason: String

  /// Creates a refusal.
  public init(reason: String) { self.reason = reason }
}
