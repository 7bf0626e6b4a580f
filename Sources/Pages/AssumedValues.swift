internal import Charts
internal import Notation
internal import Reporting

/// The values of some scenarios for which there is no measurement.
struct AssumedValues {
  /// A value, and the scenarios that have it.
  struct Entry {
    let path: String
    let value: String
    let unit: String
    let source: String
    let scenarios: String
  }

  /// Paths that are assumed in some scenario, in the order of the record.
  let values: [String]
  /// All paths.
  let total: Int
  /// The assumed values; a path comes again where scenarios differ in it.
  let entries: [Entry]

  /// The assumed values as rows of a table.
  var json: JSONValue {
    .list(
      entries.map {
        [
          "value": .text($0.path), "is": .text($0.value), "unit": .text($0.unit), "source": .text($0.source),
          "in": .text($0.scenarios),
        ]
      })
  }

  init(_ scenarios: [ScenarioRecord]) {
    var order: [String] = []
    var seen: Set<String> = []
    var found: [String: [(value: ValueRecord, scenario: String)]] = [:]
    for scenario in scenarios {
      for value in scenario.values {
        if seen.insert(value.path).inserted { order.append(value.path) }
        if value.isAssumed { found[value.path, default: []].append((value, scenario.name)) }
      }
    }
    total = order.count
    values = order.filter { found[$0] != nil }
    entries = values.flatMap { path -> [Entry] in
      let holders = found[path] ?? []
      var different: [ValueRecord] = []
      for holder in holders where !different.contains(where: { $0.says(holder.value) }) {
        different.append(holder.value)
      }
      return different.map { value in
        let names = holders.filter { $0.value.says(value) }.map(\.scenario)
        return Entry(
          path: path, value: value.value.text, unit: value.unit, source: value.source,
          scenarios: names.count == scenarios.count ? "all" : Wording.list(names))
      }
    }
  }
}

extension ValueRecord {
  /// Whether another says the same, wherever it was set.
  fileprivate func says(_ other: ValueRecord) -> Bool {
    value.text == other.value.text && unit == other.unit && source == other.source
  }
}
