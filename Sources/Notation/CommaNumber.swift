/// A number that somebody has written with commas, which are not read, and what was probably meant.
public struct CommaNumber {
  /// Whether its comma stands where a point is expected, as in `3,5`; else its commas divide thousands, as in
  /// `100,000,000`.
  public let isDecimal: Bool
  private let parts: [Substring]

  /// Looks at a text; nil where it is not made of digits and commas.
  public init?(_ text: String) {
    let unsigned = text.drop { $0 == "-" || $0 == "+" }
    guard unsigned.contains(","), unsigned.utf8.allSatisfy({ (48...57).contains($0) || $0 == 44 || $0 == 46 }) else {
      return nil
    }
    parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let isBelowOne = ["0", "-0", "+0"].contains(parts[0])
    isDecimal =
      parts.count == 2 && !parts[1].contains(".") && (parts[1].count != 3 || parts[0].contains(".") || isBelowOne)
  }

  /// The number as it is to be written.
  /// - Parameter separator: what may stand between thousands.
  /// - Returns: digits, with a point where the comma is decimal.
  public func plain(separator: String) -> String {
    isDecimal ? parts[0].filter { $0 != "." } + "." + parts[1] : parts.joined(separator: separator)
  }
}
