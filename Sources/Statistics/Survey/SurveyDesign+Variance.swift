extension SurveyDesign {
  /// The variance of a weighted total, from the differences between the units of each stratum.
  ///
  ///     v = sum over strata h of n_h / (n_h - 1) sum over units c of (t_hc - mean_h)^2,
  ///     t_hc = sum over households i of the unit of w_i e_i
  ///
  /// A stratum with one unit has no difference within itself; its unit is compared with the mean of all units of the
  /// sample instead, with factor 1. That is more than its own share of variance as a rule, never none.
  ///
  /// - Parameter values: What each household adds to the total, e.
  /// - Returns: The variance; NaN where there is only one unit in all.
  /// - Precondition: There is a value for each row.
  /// - Complexity: O(n).
  public func varianceOfTotal(_ values: [Double]) -> Double {
    precondition(values.count == householdCount, "each household has a value")
    guard unitCount > 1 else { return .nan }
    var totals = [Double](repeating: 0, count: unitCount)
    for (row, unit) in unitOfRow.enumerated() { totals[unit] += weights[row] * values[row] }
    var sums = [Double](repeating: 0, count: stratumCount)
    for (unit, stratum) in stratumOfUnit.enumerated() { sums[stratum] += totals[unit] }
    let grandMean = totals.reduce(0, +) / Double(unitCount)
    var variance = 0.0
    for (unit, stratum) in stratumOfUnit.enumerated() {
      let count = Double(unitsOfStratum[stratum])
      let deviation = totals[unit] - (count == 1 ? grandMean : sums[stratum] / count)
      variance += (count == 1 ? 1 : count / (count - 1)) * deviation * deviation
    }
    return variance
  }

  /// The variance of a weighted total if as many households had been drawn one by one from the whole domain.
  ///
  ///     v = N^2 S^2 / n,  S^2 = n / (n - 1) sum of w_i (e_i - mean)^2 / N,  N = sum of w_i
  ///
  /// - Parameters:
  ///   - values: What each household adds to the total, e.
  ///   - isMember: Whether each row belongs to the domain; others and those without weight are left out.
  /// - Returns: The variance; NaN with fewer than two households.
  /// - Complexity: O(n).
  ///
  /// Source: Kish 1965, Survey Sampling, 8.2.
  public func varianceOfTotalUnderSimpleSampling(_ values: [Double], domain isMember: [Bool]) -> Double {
    var (count, size, sum) = (0.0, 0.0, 0.0)
    for row in values.indices where isMember[row] && weights[row] > 0 {
      count += 1
      size += weights[row]
      sum += weights[row] * values[row]
    }
    guard count > 1 else { return .nan }
    let mean = sum / size
    var squares = 0.0
    for row in values.indices where isMember[row] && weights[row] > 0 {
      squares += weights[row] * (values[row] - mean) * (values[row] - mean)
    }
    return size * squares / (count - 1)
  }
}
