/// A sum of products that is rounded once, as if it had been worked out in twice the precision.
///
/// Each product and each sum is kept with its rounding error; the errors are added up beside it. Only +, - and * are
/// used, in the order of the calls, so that the result is the same on every machine.
///
/// Sources: Dekker 1971, doi:10.1007/BF01397083 (product); Knuth 1969 (sum); Ogita, Rump and Oishi 2005 (dot product),
/// doi:10.1137/030601818.
struct CompensatedSum {
  private(set) var high: Double
  private(set) var low = 0.0

  init(_ value: Double = 0) { high = value }

  /// The sum, rounded.
  var value: Double { high + low }

  /// Adds a number.
  mutating func add(_ value: Double) {
    let sum = high + value
    let part = sum - high
    low += (high - (sum - part)) + (value - part)
    high = sum
  }

  /// Adds a product.
  mutating func add(_ left: Double, times right: Double) {
    let product = left * right
    let (leftHigh, leftLow) = Self.halves(left)
    let (rightHigh, rightLow) = Self.halves(right)
    add(product)
    low += ((leftHigh * rightHigh - product) + leftHigh * rightLow + leftLow * rightHigh) + leftLow * rightLow
  }

  /// Adds a product without keeping its rounding error, which is too small to matter.
  mutating func addSmall(_ left: Double, times right: Double) { low += left * right }

  /// Moves what fits of the error into the leading part.
  mutating func settle() {
    let sum = high + low
    low -= sum - high
    high = sum
  }

  /// A number as the sum of two of 26 bits, whose products are exact.
  private static func halves(_ value: Double) -> (high: Double, low: Double) {
    let scaled = 134_217_729 * value  // 2^27 + 1
    let high = scaled - (scaled - value)
    return (high, value - high)
  }
}
