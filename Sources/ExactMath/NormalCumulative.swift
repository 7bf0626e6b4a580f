/// The cumulative distribution function of the standard normal distribution.
///
///     Phi(x) = 1 / sqrt(2 pi) * integral from -infinity to x of e^(-t^2 / 2) dt
///
/// The relative error is about 1e-15, in the lower tail as in the middle, down to x = -37.
///
/// - Parameter x: A number of standard deviations. Minus infinity gives 0, infinity 1, NaN NaN; below -37.5, where the
///   value would be below 1e-307, the result is 0.
/// - Returns: A probability, 0...1.
/// - Complexity: O(1).
///
/// Source: Cody 1969, doi:10.1090/S0025-5718-1969-0247736-4, in the arrangement for the normal distribution of Cody
/// 1993, algorithm 715 (ANORM), doi:10.1145/151271.151273.
public func normalCumulative(_ x: Double) -> Double {
  let magnitude = x.magnitude
  if magnitude <= 0.66291 { return 0.5 + centralNormalProbability(x) }
  guard magnitude <= 37.5 else { return x.isNaN ? x : (x < 0 ? 0 : 1) }
  let tail = normalTailProbability(magnitude)
  return x < 0 ? tail : 1 - tail
}

/// The probability between 0 and x, with its sign.
///
/// - Parameter x: A number of standard deviations, |x| <= 0.66291.
/// - Returns: Phi(x) - 1/2.
private func centralNormalProbability(_ x: Double) -> Double {
  let z = x * x
  let numerator = [
    0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249,
  ]
  let denominator = [1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956]
  return x * polynomial(numerator, z) / polynomial(denominator, z)
}

/// The probability beyond x.
///
/// - Parameter x: A number of standard deviations, 0.66291 < x <= 37.5.
/// - Returns: 1 - Phi(x).
private func normalTailProbability(_ x: Double) -> Double {
  let ratio: Double
  if x <= 5.656854248 {
    let numerator: [Double] = [
      1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
      597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124,
      9842.7148383839780218,
    ]
    let denominator: [Double] = [
      1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
      18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
    ]
    ratio = polynomial(numerator, x) / polynomial(denominator, x)
  } else {
    let numerator: [Double] = [
      0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466,
      2.9112874951168792e-5,
    ]
    let denominator: [Double] = [
      1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
      7.29751555083966205e-5,
    ]
    let z = 1 / (x * x)
    let correction = z * polynomial(numerator, z) / polynomial(denominator, z)
    ratio = (0.3989422804014327 - correction) / x
  }
  // The square of a multiple of 1/16 is exact, which keeps the error of x^2 out of the exponential.
  let coarse = ((x + 0x1.8p48) - 0x1.8p48)
  let rest = (x - coarse) * (x + coarse)
  return exponential(-0.5 * coarse * coarse) * exponential(-0.5 * rest) * ratio
}

/// A polynomial by Horner's scheme.
///
/// - Parameters:
///   - coefficients: The coefficients, the highest power first.
///   - x: The argument.
/// - Returns: The value of the polynomial.
func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
  coefficients.reduce(0) { $0 * x + $1 }
}
