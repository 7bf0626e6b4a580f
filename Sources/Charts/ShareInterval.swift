internal import Notation

/// The 95% interval of a share, as a table has it: within 0 and 1.
struct ShareInterval {
  /// Its lower end; NaN where there is none.
  let low: Double
  /// Its upper end; NaN where there is none.
  let high: Double

  /// Reads the interval of a row.
  init(_ row: DataTable.Row) {
    low = row.number("ci_low")
    high = row.number("ci_high")
  }

  /// The interval in percent, in brackets.
  func text(decimals: Int) -> String { Wording.interval(low, high, factor: 100, decimals: decimals) }

  /// Members of a row, in percent.
  var members: [(key: String, value: JSONValue)] {
    [(Encodings.low, Encodings.rounded(100 * low)), (Encodings.high, Encodings.rounded(100 * high))]
  }
}
