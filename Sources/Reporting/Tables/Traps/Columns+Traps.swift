internal import Experiments
internal import MarkovChains

extension Columns {
  /// A number to the digits to which chains are known; empty where it is undefined or without bound.
  static func supported(
    _ name: String, _ path: KeyPath<Row, Double>, unit: String = asInUnit, mayBeEmpty: Bool = true, _ summary: String
  ) -> Columns {
    .column(name, path.appending(path: \.supported), unit: unit, mayBeEmpty: mayBeEmpty, summary)
  }

  /// The value of a chain with its error and interval.
  static func value(_ path: KeyPath<Row, Estimate>) -> Columns {
    Columns([
      .supported("value", path.appending(path: \.mean), "The number."),
      .supported("standard_error", path.appending(path: \.standardError), "Its error over replications."),
      .supported(
        "low", path.appending(path: \.low),
        "Lower end of the 95% interval; empty where the moves leave no doubt."),
      .supported(
        "high", path.appending(path: \.high), "Upper end of the 95% interval; empty where it has no bound."),
    ])
  }

  static func jointState(_ name: String, _ path: KeyPath<Row, String>, _ summary: String) -> Columns {
    .column(name, path, summary + " (economic/social/political).")
  }

  static func quarters(_ name: String, _ path: KeyPath<Row, Double>, _ summary: String) -> Columns {
    .supported(name, path, unit: "quarters", summary)
  }

  static func share(_ name: String, of whole: String, _ path: KeyPath<Row, Double>, _ summary: String) -> Columns {
    .supported(name, path, unit: "share of \(whole)", summary)
  }
}

extension Double {
  fileprivate var supported: Double { isFinite ? SupportedDigits.rounded(self) : .nan }
}
