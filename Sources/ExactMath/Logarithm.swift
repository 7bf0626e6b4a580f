/// The natural logarithm of a positive number, from the four operations alone.
///
///     ln x = k ln 2 + ln(1 + f),  x = 2^k (1 + f),  sqrt(1/2) <= 1 + f < sqrt(2)
///     ln(1 + f) = f - (f^2/2 - s (f^2/2 + R(s^2))),  s = f / (2 + f)
///
/// There is no branch, table or conversion, so that a loop over an array becomes vector code. The error is below one
/// unit in the last place for normal positive arguments.
///
/// - Parameter x: The argument, dimensionless. Zero, negative numbers and NaN give NaN, so that a mistake shows;
///   infinity gives 1024 ln 2 = 709.78; subnormal numbers give a rough value between -709.1 and -708.3.
/// - Returns: ln x.
/// - Complexity: O(1), no allocation.
///
/// Source: the scheme of FreeBSD's e_log.c (Sun Microsystems 1993); the coefficients of R are a Chebyshev fit in 60
/// digits to (ln((1 + s) / (1 - s)) / s - 2) / s^2.
@inlinable @inline(__always)
public func naturalLogarithm(_ x: Double) -> Double {
  let (k, f) = decomposeForLogarithm(x)
  let halfSquare = 0.5 * f * f
  let correction = logarithmCorrection(f, halfSquare)
  // The leading part of ln 2 has 42 bits, so that its product with k is exact.
  let trailing = k * 0x1.ef35793c76730p-45
  let result = k * 0x1.62e42fefa3800p-1 - ((halfSquare - (correction + trailing)) - f)
  return result + invalidityTerm(x)
}

/// The base-2 logarithm of a positive number, from the four operations alone.
///
///     log2 x = k + ln(1 + f) / ln 2,  x = 2^k (1 + f),  sqrt(1/2) <= 1 + f < sqrt(2)
///
/// Powers of two give exact integers. There is no branch, table or conversion. The error is below 1.6 units in the
/// last place for normal positive arguments.
///
/// - Parameter x: The argument, dimensionless. Zero, negative numbers and NaN give NaN; infinity gives 1024; subnormal
///   numbers give a rough value between -1023 and -1022.
/// - Returns: log2 x.
/// - Complexity: O(1), no allocation.
///
/// Source: as ``naturalLogarithm(_:)``.
@inlinable @inline(__always)
public func binaryLogarithm(_ x: Double) -> Double {
  let (k, f) = decomposeForLogarithm(x)
  let halfSquare = 0.5 * f * f
  let correction = logarithmCorrection(f, halfSquare)
  let result = k + (f - (halfSquare - correction)) * 1.4426950408889634
  return result + invalidityTerm(x)
}

// MARK: - Shared steps

/// Splits a normal positive number into a power of two and a remainder near zero.
///
///     x = 2^k (1 + f),  sqrt(1/2) <= 1 + f < sqrt(2)
///
/// - Parameter x: A normal positive number.
/// - Returns: The integer k as a floating-point number, and f, both exact.
@inlinable @inline(__always)
internal func decomposeForLogarithm(_ x: Double) -> (k: Double, f: Double) {
  let bits = x.bitPattern
  // Adding 1 - sqrt(1/2) to the bits carries significands from sqrt(2) on into the next exponent.
  let biasedExponent = (bits &+ 0x0009_5f61_9980_c433) &>> 52
  let significand = Double(bitPattern: bits &- (biasedExponent &<< 52) &+ 0x3ff0_0000_0000_0000)
  // An integer below 2^52 under the exponent of 2^52 is that integer plus 2^52; the bias is 1023.
  let k = Double(bitPattern: biasedExponent | 0x4330_0000_0000_0000) - 4_503_599_627_371_519
  return (k, significand - 1)
}

/// What to add to a logarithm so that a wrong argument shows.
///
/// A choice between two constants stays a choice; one between the logarithm and NaN would be made a branch.
///
/// - Parameter x: The argument of the logarithm.
/// - Returns: 0 for positive numbers, otherwise NaN.
@inlinable @inline(__always)
internal func invalidityTerm(_ x: Double) -> Double {
  x > 0 ? 0 : .nan
}

/// The part of ln(1 + f) beyond f - f^2/2.
///
///     s (f^2/2 + R(s^2)),  s = f / (2 + f)
///
/// - Parameters:
///   - f: The argument less one, within sqrt(1/2) - 1 ..< sqrt(2) - 1.
///   - halfSquare: f^2/2.
/// - Returns: ln(1 + f) - f + f^2/2.
@inlinable @inline(__always)
internal func logarithmCorrection(_ f: Double, _ halfSquare: Double) -> Double {
  let s = f / (2 + f)
  let z = s * s
  let z2 = z * z
  let odd = 0x1.5555555555558p-1 + z2 * (0x1.2492492df7663p-2 + z2 * (0x1.7462b6e311a89p-3 + z2 * 0x1.2b5bd9a316a24p-3))
  let even = 0x1.99999999952abp-2 + z2 * (0x1.c71c62ddb431bp-3 + z2 * 0x1.39fe16ad885a7p-3)
  return s * (halfSquare + z * (odd + z * even))
}
