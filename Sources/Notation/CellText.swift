/// Texts that become cells of tables, which people open with spreadsheets.
public enum CellText {
  /// Whether a spreadsheet would take a text for a formula: it begins with `=`, `+`, `-` or `@`, in their wide forms too,
  /// and is no number.
  ///
  /// Source: OWASP Foundation, CSV Injection.
  public static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " }), signs.contains(first) else { return false }
    return Double(text.filter { $0 != "_" }) == nil
  }

  private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]
}
