import Households

/// Typed access to values that the schema guarantees once no error was reported.
extension CheckedRecord {
  /// The value of a required key.
  func required<Value>(_ key: String, _ value: KeyPath<CheckedValue, Value?>) -> Value {
    require(self[key]?[keyPath: value], key)
  }
  /// The choice of a required key.
  func requiredChoice<Choice: RawRepresentable<String>>(_ key: String, _ type: Choice.Type) -> Choice {
    require(self[key]?.text.flatMap(Choice.init), key)
  }

  /// A value that is there because a scenario without it is refused before it is built.
  private func require<Value>(_ value: Value?, _ key: String) -> Value {
    guard let value else {
      preconditionFailure("the schema guarantees '\(path(of: key))' in a scenario without errors")
    }
    return value
  }
}
