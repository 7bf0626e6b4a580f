internal import Households

/// A span of calendar quarters in words.
enum Period {
  /// `from the second quarter of 2019 to the last of 2021`, or `in the second quarter of 2019`.
  static func words(_ first: CalendarQuarter, _ last: CalendarQuarter) -> String {
    guard first != last else { return "in the \(ordinal(first)) quarter of \(first.year)" }
    return "from the \(ordinal(first)) quarter of \(first.year) to the \(ordinal(last)) of \(last.year)"
  }

  private static func ordinal(_ quarter: CalendarQuarter) -> String {
    ["first", "second", "third", "last"][quarter.ordinal % 4]
  }
}
