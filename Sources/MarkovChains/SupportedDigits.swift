/// How exactly the numbers of a chain are known, and rounding to that.
///
/// Solutions of equations are refined to all digits of a double (about 15), eigenvalues to 12 or more; ten digits are
/// kept, so that the last ones, which could depend on the processor, never show.
public enum SupportedDigits {
  /// Significant digits that outputs keep.
  public static let count = 10

  /// The powers of ten that doubles hold exactly.
  private static let powers: [Double] = (0..<22).reduce(into: [1.0]) { powers, _ in
    powers.append(powers[powers.count - 1] * 10)
  }

  /// Rounds to ``count`` significant digits, halves to even.
  ///
  /// What is smaller than 10^-12 is rounded to 22 decimals; what is not finite, or 10^22 and above, stays as it is.
  /// - Parameter value: a number.
  /// - Returns: the nearest number of so many digits.
  /// - Complexity: O(1).
  public static func rounded(_ value: Double) -> Double {
    let size = value.magnitude
    guard size > 0, size < powers[22] else { return value }
    if size >= powers[count] {
      let digits = powers.firstIndex { $0 > size } ?? powers.count
      let unit = powers[digits - count]
      return (value / unit).rounded(.toNearestOrEven) * unit
    }
    let decimals = powers.indices.last { size * powers[$0] < powers[count] } ?? 0
    return (value * powers[decimals]).rounded(.toNearestOrEven) / powers[decimals]
  }
}
