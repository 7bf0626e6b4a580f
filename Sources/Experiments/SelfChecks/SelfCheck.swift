/// A promise of the tool that can be checked on a scenario of the user's own.
public protocol SelfCheck {
  /// The promise in plain words.
  var promise: String { get }

  /// Finds out whether it is kept.
  /// - Returns: the verdict with its evidence.
  /// - Throws: what keeps it from being found out.
  func verdict() throws -> SelfCheckVerdict
}
