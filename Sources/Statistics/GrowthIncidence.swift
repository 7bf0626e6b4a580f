internal import ExactMath

/// How fast the mean of each part of a population grows, whoever is in it then: the growth incidence curve.
///
///     g = (end / start)^(1 / years) - 1
///
/// The curve is anonymous: it compares the poorest twentieth of one time with the poorest of another, who may be others.
///
/// - Parameters:
///   - start: The means of the parts at the start.
///   - end: The means of the parts at the end, as many.
///   - years: The time between them, above 0.
/// - Returns: A growth rate a year for each part; NaN where a mean is not positive.
/// - Precondition: There are as many means at the end, and time has passed.
/// - Complexity: O(number of parts).
///
/// Source: Ravallion and Chen 2003, doi:10.1016/S0165-1765(02)00205-7.
public func growthIncidence(start: [Double], end: [Double], years: Double) -> [Double] {
  precondition(start.count == end.count, "each part has a mean at the start and at the end")
  precondition(years > 0, "growth takes time")
  return zip(start, end).map { start, end in
    start > 0 && end > 0 ? exponential(naturalLogarithm(end / start) / years) - 1 : .nan
  }
}
