internal import ExactMath

extension SurveyDesign {
  /// An estimate with its standard error, 95% interval and design effect.
  ///
  ///     standard error = sqrt(variance of the total of m_i z_i),  interval = value +- t standard error on its scale,
  ///     design effect = variance / variance under simple sampling
  ///
  /// with the members m of a household and the influence z of one person. A value or a variance that is rounding alone,
  /// as where all households are alike, is 0; a design effect of 0 over 0 is undefined. The scale is that of the range,
  /// with Student's t. A share of 0 or 1 has the exact interval of as many answers as there are sampling units,
  /// effectively: nothing tells whether the households of a unit are alike in it.
  ///
  /// - Parameters:
  ///   - statistic: The statistic, with the influence of one person more in each household.
  ///   - isMember: Whether each row belongs to the domain of the statistic.
  ///   - range: What values the statistic can take.
  /// - Returns: The estimate; its interval is NaN without degrees of freedom.
  /// - Precondition: There is an influence for each row.
  /// - Complexity: O(n).
  ///
  /// Source: Korn and Graubard 1998, Survey Methodology 24(2), 193-201.
  func estimate(
    _ statistic: LinearisedStatistic, domain isMember: [Bool], range: ValueRange = .anyNumber
  ) -> SurveyEstimate {
    let influences = zip(statistic.influences, persons).map { $0 * $1 }
    let least = RoundingTolerance.share * statistic.magnitude
    func settled(_ variance: Double) -> Double { variance < least * least ? 0 : variance }
    let value = RoundingTolerance.isNothing(statistic.value, beside: statistic.magnitude) ? 0 : statistic.value
    let variance = settled(varianceOfTotal(influences))
    let degreesOfFreedom = degreesOfFreedom(ofDomain: isMember)
    let standardError = degreesOfFreedom > 0 && !statistic.value.isNaN ? squareRootOfMagnitude(variance) : .nan
    let factor =
      degreesOfFreedom > 0
      ? studentQuantile(probability: 0.975, degreesOfFreedom: degreesOfFreedom) : .nan
    let simple = settled(varianceOfTotalUnderSimpleSampling(influences, domain: isMember))
    return SurveyEstimate(
      value: value, standardError: standardError,
      interval: range.interval(
        about: value, standardError: standardError, factor: factor,
        effectiveNumber: effectiveUnits(ofDomain: isMember)),
      designEffect: simple > 0 && !standardError.isNaN ? variance / simple : .nan, degreesOfFreedom: degreesOfFreedom)
  }
}
