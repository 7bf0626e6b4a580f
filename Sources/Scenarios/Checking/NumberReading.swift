/// Reads numbers as people mean them, and refuses those that YAML readers disagree about.
enum NumberReading {
  /// Why a text is no number.
  enum Refusal: Error {
    /// It does not look like a number at all.
    case notNumeric
    /// It looks like one, but is refused.
    case refused(Problem.NumberHint)
  }

  /// The real number that a text states: digits with underscores between them, a point, an exponent.
  static func real(_ text: String) throws(Refusal) -> Double {
    let digits = try plainDigits(text)
    guard let number = Double(digits) else { throw .notNumeric }
    guard number.isFinite else { throw .refused(.tooLarge) }
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
    if unsigned.allSatisfy({ $0.isASCIIDigit || $0 == "," || $0 == "." }), unsigned.contains(",") {
      throw .refused(.commas)
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
