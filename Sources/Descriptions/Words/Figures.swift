internal import Notation

/// Numbers in the words of a text, with their units.
enum Figures {
  /// `30,000`, `0.05`.
  static func number(_ value: Double) -> String { grouped(NumberText.text(value)) }

  /// `80%`.
  static func share(_ value: Double) -> String { ReadableNumber.plain(100 * value) + "%" }

  /// `PKR 30,000`.
  static func money(_ value: Double) -> String { "PKR " + number(value) }

  /// `1 point`, `40 points`.
  static func points(_ value: Double) -> String { Words.counted(value, "point", "points") }

  /// `2018-19`, the fiscal year that ends in 2019.
  static func fiscalYear(_ year: Int) -> String {
    let short = year % 100
    return "\(year - 1)-\(short < 10 ? "0" : "")\(short)"
  }

  /// `at prices of the fiscal year 2018-19`.
  static func prices(_ year: Int) -> String { "at prices of the fiscal year \(fiscalYear(year))" }

  /// A number in decimal form with commas between thousands; another text as it is.
  static func grouped(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let whole = text.drop { $0 == "-" }.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(whole.count + (isNegative ? 1 : 0))
    return (isNegative ? "-" : "") + ReadableNumber.grouped(whole) + rest
  }
}
