/// The exponential function, e^x, from additions and multiplications alone.
///
///     e^x = 2^k e^r,  k = round(x / ln 2),  r = x - k ln 2,  |r| <= ln(2) / 2
///     e^r = 1 + r + r^2 Q(r),  Q of degree 9
///
/// The integer k is found by adding 1.5 * 2^52, which pushes the fraction out of the significand, and ends in the low
/// bits of the sum, from where it is shifted into an exponent. There is no branch, table or conversion, so that a loop
/// over an array becomes vector code on every processor, and no library call, so that the bits are the same on all.
/// The error is below one unit in the last place.
///
/// - Parameter x: The exponent, dimensionless. It is clamped to -708...708, so that the result is always a normal
///   number; NaN gives NaN.
/// - Returns: e^x, between 3.3e-308 and 3.1e307.
/// - Complexity: O(1), no allocation.
///
/// Source: argument reduction after Tang 1989, doi:10.1145/63522.214389; the coefficients of Q are a Chebyshev fit in
/// 60 digits to (e^r - 1 - r) / r^2.
@inlinable @inline(__always)
public func exponential(_ x: Double) -> Double {
  // The order of the operands makes each clamp one minimum or maximum instruction that lets NaN through.
  let below = 708 < x ? 708 : x
  let clamped = -708 > below ? -708 : below

  let shifted = clamped * 1.4426950408889634 + 0x1.8p52
  let k = shifted - 0x1.8p52
  // The leading part of ln 2 has 42 bits, so that its product with k is exact.
  let leading = clamped - k * 0x1.62e42fefa3800p-1
  let trailing = k * 0x1.ef35793c76730p-45
  let r = leading - trailing

  // Estrin's scheme: independent halves shorten the chain of dependent operations.
  let r2 = r * r
  let r4 = r2 * r2
  let q01 = 0.5 + 0x1.5555555555556p-3 * r
  let q23 = 0x1.5555555553d4fp-5 + 0x1.11111111109adp-7 * r
  let q45 = 0x1.6c16c17893833p-10 + 0x1.a01a01a7c8d47p-13 * r
  let q67 = 0x1.a019b8ef67c6cp-16 + 0x1.71de0d9c145d0p-19 * r
  let q89 = 0x1.2891a8c1d838dp-22 + 0x1.af38d53857513p-26 * r
  let q = (q01 + r2 * q23) + r4 * ((q45 + r2 * q67) + r4 * q89)
  let significand = 1 + (leading + (r2 * q - trailing))

  let scale = Double(bitPattern: (shifted.bitPattern &<< 52) &+ 0x3ff0_0000_0000_0000)
  return significand * scale
}

/// Replaces every element of a buffer by its exponential.
///
///     x_i <- e^(x_i)
///
/// - Parameter values: Exponents, dimensionless, any number of them; an empty buffer is left alone. Each is treated as
///   by ``exponential(_:)``, to the same bits.
/// - Complexity: O(n), no allocation.
@inlinable
public func exponentiate(_ values: UnsafeMutableBufferPointer<Double>) {
  for index in values.indices { values[index] = exponential(values[index]) }
}

/// The exponential function in single precision, e^x, from additions and multiplications alone.
///
///     e^x = 2^k e^r,  k = round(x / ln 2),  r = x - k ln 2,  |r| <= ln(2) / 2
///     e^r = 1 + r + r^2 (c0 + c1 r + c2 r^2 + c3 r^3 + c4 r^4)
///
/// As ``exponential(_:)``, for twice as many numbers at a time. The relative error is below 1.2e-7.
///
/// - Parameter x: The exponent, dimensionless. It is clamped to -87...87; NaN gives NaN.
/// - Returns: e^x.
/// - Complexity: O(1), no allocation.
///
/// Source: argument reduction after Tang 1989, doi:10.1145/63522.214389; the coefficients are a Chebyshev fit in 60
/// digits to (e^r - 1 - r) / r^2.
@inlinable @inline(__always)
public func singleExponential(_ x: Float) -> Float {
  let below = 87 < x ? 87 : x
  let clamped = -87 > below ? -87 : below
  let shifted = clamped * 1.442695 + 0x1.8p23
  let k = shifted - 0x1.8p23
  // The leading part of ln 2 has 15 bits, so that its product with k is exact.
  let r = (clamped - k * 0x1.62e4p-1) - k * 0x1.7f7d1cp-20
  let r2 = r * r
  let high = (0x1.55551ap-5 + 0x1.120b62p-7 * r) + r2 * 0x1.6d10fcp-10
  let q = (0.5 + 0x1.5554dep-3 * r) + r2 * high
  let significand = 1 + (r + r2 * q)
  let scale = Float(bitPattern: (shifted.bitPattern &<< 23) &+ 0x3f80_0000)
  return significand * scale
}

/// Computes the single-precision exponentials of many numbers.
///
///     y_i = e^(x_i)
///
/// - Parameters:
///   - exponents: Dimensionless, any number of them; rounded to single precision first.
///   - results: Where to put the exponentials.
/// - Precondition: There is room for as many results as there are exponents, no more and no less.
/// - Complexity: O(n), no allocation.
@inlinable
public func singleExponentials(
  of exponents: UnsafeBufferPointer<Double>, into results: UnsafeMutableBufferPointer<Float>
) {
  precondition(exponents.count == results.count, "each exponent needs room for its exponential")
  // Two loops, because the wider type of the first would halve how many numbers the second takes at a time.
  for index in exponents.indices { results[index] = Float(exponents[index]) }
  for index in results.indices { results[index] = singleExponential(results[index]) }
}
