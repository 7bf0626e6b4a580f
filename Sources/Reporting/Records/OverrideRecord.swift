/// A value that the command line laid over the scenario files.
public struct OverrideRecord: Hashable, Sendable, Codable {
  /// The option, such as `--seed` or `--without role_models`.
  public var option: String
  /// The text that followed it.
  public var typed: String
  /// The dotted path of the key.
  public var path: String
  /// The value.
  public var value: String

  /// Creates a record.
  public init(option: String, typed: String, path: String, value: String) {
    self.option = option
    self.typed = typed
    self.path = path
    self.value = value
  }
}
