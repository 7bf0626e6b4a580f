internal import Foundation

/// Numbers as a person reads them, with a fixed number of decimals and commas between thousands.
public enum ReadableNumber {
  /// A number; a dash where it is undefined.
  public static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "-" }
    let digits = String(format: "%.\(decimals)f", abs(value))
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
    let fraction = parts.count > 1 ? "." + parts[1] : ""
    return (value < 0 && !isZero ? "-" : "") + grouped(parts[0]) + fraction
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

  private static func grouped(_ digits: Substring) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }
}
