internal import Foundation

/// Numbers as a person reads them, with a fixed number of decimals and commas between thousands.
///
/// There is one rule of rounding for tables, sentences and pictures, so that a number reads the same wherever it stands:
/// it is brought to millionths, and then to the decimals that are shown, halves away from zero. A picture is given the
/// millionths and rounds by `Number.prototype.toFixed` of ECMAScript, which rounds halves like this.
public enum ReadableNumber {
  /// A number; a dash where it is undefined.
  public static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "-" }
    let shown = decimals < 6 ? millionths(value) : value
    let digits = String(format: "%.\(decimals)f", awayFromHalf(shown.magnitude, decimals: decimals))
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
    let fraction = parts.count > 1 ? "." + parts[1] : ""
    return (value < 0 && !isZero ? "-" : "") + grouped(parts[0]) + fraction
  }

  /// A whole number.
  public static func text(_ whole: Int) -> String { text(Double(whole), decimals: 0) }

  /// How many there are of what is counted: `1 year`, `10 years`.
  public static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// Both ends of an interval: `1.2 to 3.4`.
  public static func range(_ low: Double, _ high: Double, decimals: Int) -> String {
    "\(text(low, decimals: decimals)) to \(text(high, decimals: decimals))"
  }

  /// A difference, with its sign.
  public static func signed(_ value: Double, decimals: Int) -> String {
    let plain = text(value, decimals: decimals)
    return value > 0 && plain.contains { ("1"..."9").contains($0) } ? "+" + plain : plain
  }

  /// A number with as many decimals as it needs, four at most.
  public static func plain(_ value: Double) -> String {
    var digits = text(value, decimals: 4)
    while digits.contains("."), digits.hasSuffix("0") || digits.hasSuffix(".") {
      if digits.removeLast() == "." { break }
    }
    return digits
  }

  /// A number above 0 with two digits or more, however small it is.
  public static func significant(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return plain(value) }
    var (decimals, scaled) = (2, 100 * value)
    while decimals < 12, scaled < 10 { (decimals, scaled) = (decimals + 1, 10 * scaled) }
    return text(value, decimals: decimals)
  }

  /// A number to millionths: 100 x 0.016875, which binary fractions make 1.6874999999999998, is 1.6875.
  ///
  /// - Parameter value: any number.
  /// - Returns: the nearest whole number of millionths; the number itself where a double has none.
  public static func millionths(_ value: Double) -> Double {
    let scaled = (value * 1e6).rounded()
    return scaled.magnitude < 0x1p53 ? scaled / 1e6 : value
  }

  /// The next larger number where the C library, which rounds halves to even, would have to decide.
  ///
  /// A binary fraction is half of a decimal unit, `(k + 1/2) / 10^d`, exactly where `2^(d + 1)` times it is odd.
  private static func awayFromHalf(_ value: Double, decimals: Int) -> Double {
    let scaled = value * Double(sign: .plus, exponent: decimals + 1, significand: 1)
    return scaled.magnitude < 0x1p53 && scaled.truncatingRemainder(dividingBy: 2) == 1 ? value.nextUp : value
  }

  /// Digits with commas between thousands.
  public static func grouped(_ digits: Substring) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }
}
