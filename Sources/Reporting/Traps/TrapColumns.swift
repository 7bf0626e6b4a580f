internal import Experiments
internal import MarkovChains

extension TableColumn {
  static let resolution = TableColumn(
    "resolution", .integer, unit: "sets", "How many sets the states are divided into.")
  static let set = TableColumn("set", .integer, "Number of the set within its resolution, from 1.")
  static let low = TableColumn(
    "low", .number, unit: "as in column unit", mayBeEmpty: true,
    "Lower end of the 95% interval; empty where the moves leave no doubt.")
  static let high = TableColumn(
    "high", .number, unit: "as in column unit", mayBeEmpty: true,
    "Upper end of the 95% interval; empty where it has no bound.")

  static func jointState(_ name: String, _ summary: String) -> TableColumn {
    TableColumn(name, .string, summary + " (economic/social/political).")
  }

  static func quarters(_ name: String, _ summary: String) -> TableColumn {
    TableColumn(name, .number, unit: "quarters", mayBeEmpty: true, summary)
  }

  static func share(_ name: String, of whole: String, _ summary: String) -> TableColumn {
    TableColumn(name, .number, unit: "share of \(whole)", mayBeEmpty: true, summary)
  }
}

extension CSVBuffer {
  /// Appends a number to the digits to which chains are known; an empty cell where it is undefined or without bound.
  mutating func append(supported value: Double) {
    append(value.isFinite ? SupportedDigits.rounded(value) : .nan)
  }

  /// Appends mean, standard error and both ends of the interval of an estimate.
  mutating func append(supported estimate: Estimate) {
    for value in [estimate.mean, estimate.standardError, estimate.low, estimate.high] { append(supported: value) }
  }
}
