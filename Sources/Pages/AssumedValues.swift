internal import Charts
internal import Notation
internal import Reporting

/// The values of some scenarios for which there is no measurement.
struct AssumedValues {
  /// Paths that are assumed in some scenario, in the order of the record.
  let values: [String]
  /// All paths.
  let total: Int
  /// The assumed values, with the scenarios that have them; a path comes again where scenarios differ in it.
  let rows: [JSONValue]

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
    rows = values.flatMap { path -> [JSONValue] in
      let holders = found[path] ?? []
      return holders.map(\.value.words).firstAppearances.map { words in
        let names = holders.filter { $0.value.words == words }.map(\.scenario)
        return [
          "value": .text(path), "is": .text(words[0]), "unit": .text(words[1]), "source": .text(words[2]),
          "in": .text(names.count == scenarios.count ? "all" : Wording.list(names)),
        ]
      }
    }
  }
}

extension ValueRecord {
  /// What it says, wherever it was set: the value, its unit and its source.
  fileprivate var words: [String] { [value.text, unit, source] }
}
