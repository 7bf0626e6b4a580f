import Notation

/// Reads numbers as people mean them, and refuses those that YAML readers disagree about.
enum NumberReading {
  /// Why a text is no number.
  enum Refusal: Error {
    /// It does not look like a number at all.
    case notNumeric
    /// It looks like one, but is refused.
    case refused(Problem.NumberHint)
  }

  /// The largest real number: rupees and households stay far below, and what the model makes of it stays finite.
  static let largest = 1e15

  /// The real number that a text states: digits with underscores between them, a point, an exponent.
  static func real(_ text: String) throws(Refusal) -> Double {
    let digits = try plainDigits(text)
    guard let number = Double(digits) else { throw .notNumeric }
    guard number.magnitude <= largest else { throw .refused(.tooLarge) }
    return number
  }

  /// The whole number that a text states.
  static func whole(_ text: String) throws(Refusal) -> Int {
    let digits = try plainDigits(text)
    if let number = Int(digits) { return number }
    guard let number = Double(digits) else { throw .notNumeric }
    guard number == number.rounded() else { throw .refused(.notWhole) }
    guard let exact = Int(exactly: number) else { throw .refused(.tooLarge) }
    return exact
  }

  /// Whether a key is what is left of a number behind a comma, as in `{total: 100,000, share: 3,5}`.
  static func isPartOfNumber(_ key: String) -> Bool { !key.isEmpty && key.allSatisfy(\.isASCIIDigit) }

  private static func plainDigits(_ text: String) throws(Refusal) -> String {
    let lowered = text.lowercased()
    let unsigned = lowered.first.map { "+-".contains($0) } == true ? lowered.dropFirst() : lowered[...]
    if ["inf", ".inf", "nan", ".nan", "infinity"].contains(unsigned) { throw .refused(.notFinite) }
    guard let first = unsigned.first, first.isASCIIDigit || first == "." else { throw .notNumeric }
    if unsigned.allSatisfy({ $0.isASCIIDigit || $0 == ":" }), unsigned.contains(":") { throw .refused(.baseSixty) }
    if unsigned.hasPrefix("0x") || unsigned.hasPrefix("0o") || unsigned.hasPrefix("0b") { throw .refused(.otherBase) }
    if first == "0", let second = unsigned.dropFirst().first, second.isASCIIDigit || second == "_" {
      throw .refused(.otherBase)
    }
    if let number = CommaNumber(text) {
      let plain = number.plain(separator: "_")
      throw .refused(number.isDecimal ? .decimalComma(plain: plain) : .commas(plain: plain))
    }
    if unsigned.last == "%" { throw .refused(.percent) }
    guard unsigned.allSatisfy({ $0.isASCIIDigit || "._e+-".contains($0) }), !unsigned.hasSuffix("_"),
      !unsigned.contains("__"), !unsigned.contains("_."), !unsigned.contains("._")
    else { throw .notNumeric }
    return text.filter { $0 != "_" }
  }
}

extension Character {
  /// Whether it is one of 0 to 9.
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
