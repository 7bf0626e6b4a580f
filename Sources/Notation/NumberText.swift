/// Numbers as output files spell them: the shortest decimal form that reads back as the same double.
///
/// Whole numbers below 2^53 have no decimal point (`3`, and `0` for both zeros); what is very large or very small has
/// an exponent (`1e-05`), as in Swift's own description. NaN, an undefined value, is the empty text.
public enum NumberText {
  /// Spells a number.
  /// - Parameter value: the number.
  /// - Returns: the text of a cell.
  public static func text(_ value: Double) -> String {
    if value.isNaN { return "" }
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return whole.description }
    if value.isInfinite { return value < 0 ? "-INF" : "INF" }
    return value.description
  }

  /// Spells a number of single precision: the shortest decimal form that reads back as the same one.
  /// - Parameter value: the number.
  /// - Returns: the text of a cell.
  public static func text(_ value: Float) -> String {
    value.isFinite && value != value.rounded() ? value.description : text(Double(value))
  }
}
