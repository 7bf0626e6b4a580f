/// A quarter of the calendar, such as 2019-Q1.
public struct CalendarQuarter: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number of quarters since the first quarter of year 0.
  public let ordinal: Int

  /// Creates a quarter of a year.
  /// - Parameters:
  ///   - year: the calendar year.
  ///   - quarter: 1 (January to March) to 4 (October to December).
  public init(year: Int, quarter: Int) {
    precondition((1...4).contains(quarter), "a quarter is 1 to 4")
    ordinal = 4 * year + quarter - 1
  }

  /// Reads the form `2019-Q1`; nil where the text has another form.
  /// - Parameter text: a year of four digits, `-Q`, and a digit from 1 to 4.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), year >= 0,
      parts[1].count == 2, parts[1].first == "Q", let quarter = parts[1].last?.wholeNumberValue,
      (1...4).contains(quarter)
    else { return nil }
    self.init(year: year, quarter: quarter)
  }

  /// The calendar year.
  public var year: Int { ordinal / 4 }

  /// The form `2019-Q1`.
  public var description: String { "\(year)-Q\(ordinal % 4 + 1)" }

  /// Whether one quarter is earlier than another.
  public static func < (left: CalendarQuarter, right: CalendarQuarter) -> Bool { left.ordinal < right.ordinal }
}
