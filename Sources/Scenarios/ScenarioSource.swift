/// A scenario file as it was read.
public struct ScenarioSource: Hashable, Sendable {
  /// The file as it is named in messages and origins.
  public let path: String
  /// What stands in it.
  public let text: String

  /// Creates a source.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
