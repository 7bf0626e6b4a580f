internal import Notation

/// The 95% interval of a share, cut at 0 and 1: tables have it symmetric around the mean.
struct ShareInterval {
  /// Its lower end; NaN where there is none.
  let low: Double
  /// Its upper end; NaN where there is none.
  let high: Double
  /// Whether it goes beyond 0 or 1 in the table.
  let isCut: Bool

  /// Reads the interval of a row.
  init(_ row: DataTable.Row) {
    let (low, high) = (row.number("ci_low"), row.number("ci_high"))
    isCut = low < 0 || high > 1
    self.low = low < 0 ? 0 : low
    self.high = high > 1 ? 1 : high
  }

  /// The interval in percent, in brackets.
  func text(decimals: Int) -> String { Wording.interval(low, high, factor: 100, decimals: decimals) }

  /// Members of a row, in percent.
  var members: [(key: String, value: JSONValue)] {
    [(Encodings.low, Encodings.rounded(100 * low)), (Encodings.high, Encodings.rounded(100 * high))]
  }

  /// What readers are told where an interval is cut.
  static func remark(isCut: Bool) -> String { isCut ? " Intervals are cut at 0% and 100%." : "" }
}
