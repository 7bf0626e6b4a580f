internal import ArgumentParser

/// Indicators of deprivation with their weights as they are typed: `consumption,crowding:2`.
struct IndicatorList {
  /// Names and weights, in the order of the call.
  let entries: [(name: String, weight: Double)]

  init(_ text: String) throws {
    var entries: [(name: String, weight: Double)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard let name = words.first, !name.isEmpty, words.count <= 2 else {
        throw ValidationError("write indicator or indicator:weight, divided by commas, such as consumption,crowding:2")
      }
      guard let weight = words.count == 2 ? Double(words[1]) : 1, weight > 0, weight.isFinite else {
        throw ValidationError("\(name): a weight is a number above 0")
      }
      guard !entries.contains(where: { $0.name == name }) else { throw ValidationError("\(name) is given twice") }
      entries.append((name, weight))
    }
    self.entries = entries
  }
}

/// Columns as they are typed: `province,region`.
struct ColumnList {
  /// The columns, in the order of the call.
  let names: [String]

  init(_ text: String) throws {
    names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if names.contains("") { throw ValidationError("write columns divided by commas, such as province,region") }
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError("\(twice) is given twice")
    }
  }
}
