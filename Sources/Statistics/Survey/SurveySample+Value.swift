// Each measure by its kernel, which knows nothing of linearisation: what is reported, and what resamples are made of.
extension SurveySample {
  /// A measure of some rows under given weights.
  ///
  /// - Parameters:
  ///   - measure: The measure.
  ///   - rows: The rows, upwards.
  ///   - weights: How many persons each row of the sample stands for, those outside included.
  /// - Returns: The measure; NaN where it is not defined.
  /// - Precondition: A measure of deprivation needs deprivations.
  /// - Complexity: O(n).
  func value(_ measure: SurveyMeasure, ofRows rows: [Int], weights: [Double]) -> Double {
    switch measure {
    case .welfareRatio:
      let (size, total) = rows.reduce((0, 0)) { ($0.0 + weights[$1], $0.1 + weights[$1] * welfareRatios[$1]) }
      return total / size
    case .fosterGreerThorbecke(let order):
      var sums = FosterGreerThorbecke()
      for row in rows { sums.add(welfareRatio: welfareRatios[row], weight: weights[row]) }
      return sums.index(ofOrder: order)
    case .watts:
      var sums = WattsIndex()
      for row in rows { sums.add(welfareRatio: welfareRatios[row], weight: weights[row], floor: Self.welfareFloor) }
      return sums.index
    case .senShorrocksThon:
      var sums = SenShorrocksThon()
      for row in rows { sums.add(welfareRatio: welfareRatios[row], weight: weights[row]) }
      return sums.index
    case .gini:
      var sums = GiniSums()
      for row in rows { sums.add(welfareRatios[row], weight: weights[row]) }
      return sums.coefficient
    case .theil:
      var sums = TheilIndex()
      for row in rows { sums.add(welfareRatios[row], weight: weights[row]) }
      return sums.index
    case .meanLogDeviation:
      var sums = MeanLogDeviation()
      for row in rows { sums.add(welfareRatios[row], weight: weights[row], floor: Self.welfareFloor) }
      return sums.index
    case .atkinson(let aversion):
      var sums = AtkinsonIndex(aversion: aversion)
      for row in rows { sums.add(floored(row, aversion: aversion), weight: weights[row]) }
      return sums.index
    case .deprivationHeadcount: return deprivation(ofRows: rows, weights).headcountRatio
    case .deprivationIntensity: return deprivation(ofRows: rows, weights).intensity
    case .adjustedDeprivationHeadcount: return deprivation(ofRows: rows, weights).adjustedHeadcountRatio
    case .censoredHeadcount(let indicator):
      return deprivation(ofRows: rows, weights).censoredHeadcountRatios[indicator]
    }
  }

  private func deprivation(ofRows rows: [Int], _ weights: [Double]) -> AlkireFoster {
    var sums = AlkireFoster(known.rule)
    for row in rows { sums.add(known.bits[row], weight: weights[row]) }
    return sums
  }
}
