/// The quantile of the standard normal distribution.
///
///     x with Phi(x) = p
///
/// Three rational approximations of degree 7: for |p - 1/2| <= 0.425 in (p - 1/2)^2, which is the short path taken for
/// 85% of uniform draws, and beyond in sqrt(-ln min(p, 1 - p)). The relative error is about 1e-15. It is
/// antisymmetric, bit for bit, when 1 - p is exact.
///
/// - Parameter p: A probability, 0 < p < 1. Anything else, NaN too, gives NaN.
/// - Returns: The quantile, in standard deviations; between -37.7 and 8.3.
/// - Complexity: O(1), no allocation.
///
/// Source: Wichura 1988, algorithm AS 241 (PPND16), doi:10.2307/2347330.
@inlinable
public func normalQuantile(_ p: Double) -> Double {
  let q = p - 0.5
  guard q.magnitude <= 0.425 else { return normalTailQuantile(p) }
  let (numerator, denominator) = centralQuantileFraction(q)
  return numerator / denominator
}

// MARK: - Parts

/// The quantile of the standard normal distribution in its tails, |p - 1/2| > 0.425.
///
/// - Parameter p: A probability; outside 0 < p < 1 the logarithm makes the result NaN.
/// - Returns: The quantile, in standard deviations.
@usableFromInline
internal func normalTailQuantile(_ p: Double) -> Double {
  let isLower = p < 0.5
  let r = squareRootOfMagnitude(naturalLogarithm(isLower ? p : 1 - p))
  let (numerator, denominator) = r <= 5 ? tailQuantileFraction(r) : farTailQuantileFraction(r)
  return numerator / denominator * (isLower ? -1 : 1)
}
