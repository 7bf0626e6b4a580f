import Households

/// Typed access to values that the schema guarantees once no error was reported.
extension CheckedRecord {
  /// The text of a required key.
  func requiredText(_ key: String) -> String { require(self[key]?.text, key) }
  /// The real number of a required key.
  func requiredNumber(_ key: String) -> Double { require(self[key]?.number, key) }
  /// The whole number of a required key.
  func requiredWhole(_ key: String) -> Int { require(self[key]?.whole, key) }
  /// The quarter of a required key.
  func requiredQuarter(_ key: String) -> CalendarQuarter { require(self[key]?.quarter, key) }
  /// The record of a required key.
  func requiredRecord(_ key: String) -> CheckedRecord { require(self[key]?.record, key) }
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
