extension EvidenceFigure {
  static let trialSource =
    "Banerjee et al. 2015, doi:10.1126/science.1260799, Pakistan, computed from doi:10.7910/DVN/NHIXNT"

  /// Debt over the need of a quarter above which a household owes.
  private static let debtLimit = 0.02

  /// How the ultra-poor move into debt and out of it.
  ///
  /// The published shares contradict each other: those that stay and enter imply a prevalence of .80.
  static let ofDebt = [
    EvidenceFigure(
      "C4a", "in debt still, quarters 8 to 12, ultra-poor", .share, 0.861, error: 0.022, source: trialSource
    ) { debtMoves($0).stay },
    EvidenceFigure(
      "C4b", "newly in debt, quarters 8 to 12, ultra-poor", .share, 0.556, error: 0.038, source: trialSource
    ) { debtMoves($0).enter },
    EvidenceFigure(
      "C4c", "in debt, quarters 8 and 12, ultra-poor", .share, 0.65, error: 0.038,
      source: trialSource + "; 58% after two years, 73% after three; C4a and C4b imply 80%"
    ) { debtMoves($0).prevalence },
  ]

  @Sendable private static func debtMoves(_ sample: EvidenceSample) -> DebtMoves {
    let treated = sample.treated
    func owes(_ quarter: Int) -> [Bool] { sample.wave(.baseline, quarter).debt.of(treated).map { $0 > debtLimit } }
    return DebtMoves(owesFirst: owes(8), owesSecond: owes(12), weights: sample.personWeights(of: treated))
  }

  /// How much of the order of the ultra-poor lasts for a year.
  static let ofRanks = [
    EvidenceFigure(
      "C6a", "rank correlation of consumption, quarters 8 and 12, ultra-poor", .coefficient, 0.414, error: 0.05,
      source: trialSource
    ) { rankCorrelation($0, \.consumption) },
    EvidenceFigure(
      "C6b", "rank correlation of assets, quarters 8 and 12, ultra-poor", .coefficient, 0.538, error: 0.05,
      source: trialSource
    ) { rankCorrelation($0, \.assets) },
  ]

  @Sendable private static func rankCorrelation(_ sample: EvidenceSample, _ path: KeyPath<SurveyWave, [Double]>)
    -> Double
  {
    let treated = sample.treated
    func numbers(_ quarter: Int) -> [Double] { sample.wave(.baseline, quarter)[keyPath: path].of(treated) }
    return spearmanCoefficient(numbers(8), numbers(12))
  }
}
