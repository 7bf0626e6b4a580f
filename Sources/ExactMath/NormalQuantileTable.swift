/// The standard normal quantile as a table of polynomials, for drawing many normal numbers.
///
///     t = min(p, 1 - p) = 2^e (1 + (s + (1 + y) / 2) / 16),  0 <= s <= 15,  -1 <= y < 1
///     Phi^-1(t) = c0 + c1 y + ... + c7 y^7 with coefficients for each e and s
///
/// Each polynomial passes through ``normalQuantile(_:)`` at the eight Chebyshev nodes of its interval, so that the two
/// agree within 1e-12. There is no branch and no logarithm: this takes about half the time.
@usableFromInline
struct NormalQuantileTable: Sendable {
  /// Intervals for each power of two.
  private static let intervals = 16
  /// t = 2^-54 is the smallest that the table knows.
  private static let smallestExponent = -54
  /// What the leading 16 bits of a number, its sign, exponent and interval, are for the first interval.
  @usableFromInline
  static let firstIndex = (1023 + smallestExponent) * intervals

  /// Eight coefficients for each interval.
  @usableFromInline
  static let coefficients: [Double] = {
    // One interval more, for t = 1/2.
    let count = -(smallestExponent + 1) * intervals + 1
    return (0..<count).flatMap { index in
      let start = Double(bitPattern: UInt64(firstIndex + index) << 48)
      let end = Double(bitPattern: UInt64(firstIndex + index + 1) << 48)
      return polynomial { y in normalQuantile(start + (end - start) * ((1 + y) / 2)) }
    }
  }()

  /// The positive Chebyshev nodes of degree eight, cos((2 k + 1) pi / 16).
  private static let nodes = [
    0.98078528040323044913, 0.83146961230254523708, 0.55557023301960222474, 0.19509032201612826785,
  ]

  /// The coefficients of the polynomial of degree seven through a function at the Chebyshev nodes of -1...1.
  private static func polynomial(_ function: (Double) -> Double) -> [Double] {
    let nodes = nodes.flatMap { [$0, -$0] }
    var differences = nodes.map(function)
    for order in 1..<8 {
      for index in (order..<8).reversed() {
        differences[index] =
          (differences[index] - differences[index - 1]) / (nodes[index] - nodes[index - order])
      }
    }
    // From Newton's form to powers, innermost bracket first.
    var coefficients = [Double](repeating: 0, count: 8)
    for index in (0..<8).reversed() {
      for power in (1..<8).reversed() {
        coefficients[power] = coefficients[power - 1] - nodes[index] * coefficients[power]
      }
      coefficients[0] = differences[index] - nodes[index] * coefficients[0]
    }
    return coefficients
  }
}

/// Computes the standard normal quantiles of many random probabilities from a table.
///
///     x_i with Phi(x_i) = p_i, within 1e-12
///
/// - Parameters:
///   - probabilities: Odd multiples of 2^-53 in 0 < p < 1, as uniform draws are; others are rounded towards the nearest
///     tail that the table knows, and must not be 0, 1 or NaN.
///   - quantiles: Where to put the quantiles, in standard deviations; must not overlap the probabilities.
/// - Precondition: There is room for as many quantiles as there are probabilities, no more and no less.
/// - Complexity: O(n), no allocation.
@inlinable
public func tabulatedNormalQuantiles(
  of probabilities: UnsafeBufferPointer<Double>, into quantiles: UnsafeMutableBufferPointer<Double>
) {
  precondition(probabilities.count == quantiles.count, "each probability needs room for its quantile")
  NormalQuantileTable.coefficients.withUnsafeBufferPointer { coefficients in
    for index in probabilities.indices {
      let p = probabilities[index]
      let isLower = p < 0.5
      let t = min(p, 1 - p)
      let interval = max(0, Int(truncatingIfNeeded: t.bitPattern &>> 48) &- NormalQuantileTable.firstIndex)
      // The bits below the interval's, under the exponent of 1: from 1 to 1 + 1/16.
      let fraction = Double(bitPattern: (t.bitPattern & 0x0000_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000)
      let y = (fraction - 1) * 32 - 1
      let c = 8 * interval
      let lowerQuantile = degreeSeven(
        y, coefficients[c], coefficients[c + 1], coefficients[c + 2], coefficients[c + 3], coefficients[c + 4],
        coefficients[c + 5], coefficients[c + 6], coefficients[c + 7])
      let sign: UInt64 = isLower ? 0 : 0x8000_0000_0000_0000
      quantiles[index] = Double(bitPattern: lowerQuantile.bitPattern ^ sign)
    }
  }
}
