/// A value that the command line laid over the scenario files.
package struct OverrideRecord: Hashable, Sendable, Codable {
  /// The option, such as `--seed` or `--without role_models`.
  package var option: String
  /// The text that followed it.
  package var typed: String
  /// The dotted path of the key.
  package var path: String
  package var value: String

  package init(option: String, typed: String, path: String, value: String) {
    self.option = option
    self.typed = typed
    self.path = path
    self.value = value
  }
}
