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
    /// The sums of all rows, from those of nobody.
    func sums<Sums>(_ nobody: Sums, _ add: (inout Sums, Int) -> Void) -> Sums { rows.reduce(into: nobody, add) }
    let ratios = welfareRatios
    let floor = Self.welfareFloor
    func deprivation() -> AlkireFoster {
      sums(AlkireFoster(known.rule)) { $0.add(known.bits[$1], weight: weights[$1]) }
    }
    switch measure {
    case .welfareRatio:
      let (size, total) = rows.reduce((0, 0)) { ($0.0 + weights[$1], $0.1 + weights[$1] * ratios[$1]) }
      return total / size
    case .fosterGreerThorbecke(let order):
      let all = sums(FosterGreerThorbecke()) { $0.add(welfareRatio: ratios[$1], weight: weights[$1]) }
      return all.index(ofOrder: order)
    case .watts:
      return sums(WattsIndex()) { $0.add(welfareRatio: ratios[$1], weight: weights[$1], floor: floor) }.index
    case .senShorrocksThon:
      return sums(SenShorrocksThon()) { $0.add(welfareRatio: ratios[$1], weight: weights[$1]) }.index
    case .gini: return sums(GiniSums()) { $0.add(ratios[$1], weight: weights[$1]) }.coefficient
    case .theil: return sums(TheilIndex()) { $0.add(ratios[$1], weight: weights[$1]) }.index
    case .meanLogDeviation:
      return sums(MeanLogDeviation()) { $0.add(ratios[$1], weight: weights[$1], floor: floor) }.index
    case .atkinson(let aversion):
      let nobody = AtkinsonIndex(aversion: aversion)
      return sums(nobody) { $0.add(floored($1, aversion: aversion), weight: weights[$1]) }.index
    case .deprivationHeadcount: return deprivation().headcountRatio
    case .deprivationIntensity: return deprivation().intensity
    case .adjustedDeprivationHeadcount: return deprivation().adjustedHeadcountRatio
    case .censoredHeadcount(let indicator): return deprivation().censoredHeadcountRatios[indicator]
    }
  }
}
