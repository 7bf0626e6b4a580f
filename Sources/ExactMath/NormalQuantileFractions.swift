// The three rational approximations of Wichura 1988, algorithm AS 241 (PPND16), doi:10.2307/2347330.

/// The quantile in the middle, as a fraction.
///
/// - Parameter q: p - 1/2, at most 0.425 in size.
/// - Returns: Numerator and denominator of the quantile.
@inlinable @inline(__always)
internal func centralQuantileFraction(_ q: Double) -> (numerator: Double, denominator: Double) {
  let r = 0.180625 - q * q
  let numerator = degreeSeven(
    r, 3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727)
  let denominator = degreeSeven(
    r, 1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077, 21213.794301586595867,
    39307.895800092710610, 28729.085735721942674, 5226.4952788528545610)
  return (q * numerator, denominator)
}

/// The size of the quantile in the tails, as a fraction.
///
/// - Parameter r: sqrt(-ln min(p, 1 - p)), at most 5.
/// - Returns: Numerator and denominator of the quantile without its sign.
@inlinable @inline(__always)
internal func tailQuantileFraction(_ r: Double) -> (numerator: Double, denominator: Double) {
  let t = r - 1.6
  let numerator = degreeSeven(
    t, 1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
    1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4)
  let denominator = degreeSeven(
    t, 1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550, 0.148103976427480074590,
    0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9)
  return (numerator, denominator)
}

/// The size of the quantile in the far tails, as a fraction.
///
/// - Parameter r: sqrt(-ln min(p, 1 - p)), above 5.
/// - Returns: Numerator and denominator of the quantile without its sign.
@inlinable @inline(__always)
internal func farTailQuantileFraction(_ r: Double) -> (numerator: Double, denominator: Double) {
  let t = r - 5
  let numerator = degreeSeven(
    t, 6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
    0.0265321895265761230930, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7)
  let denominator = degreeSeven(
    t, 1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525, 7.86869131145613259100e-4,
    1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15)
  return (numerator, denominator)
}

/// A polynomial of degree 7, by Estrin's scheme, which has a shorter chain of dependent operations than Horner's.
///
///     c0 + c1 x + ... + c7 x^7
///
/// The coefficients come in rising order.
@inlinable @inline(__always)
internal func degreeSeven(
  _ x: Double, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double, _ c5: Double, _ c6: Double,
  _ c7: Double
) -> Double {
  let x2 = x * x
  let low = (c0 + c1 * x) + x2 * (c2 + c3 * x)
  let high = (c4 + c5 * x) + x2 * (c6 + c7 * x)
  return low + (x2 * x2) * high
}
