import ExactMath

/// How households are ranked for the levels of a dimension: by their lasting welfare and by luck.
///
/// A household's rank is `rho z + sqrt(1 - rho^2) N`, with `z` its log lasting welfare in standard deviations from the
/// country's mean and `N` standard normal. It is above a level of which the country has the share `p` or less where that
/// is above the normal quantile of `p`.
struct LevelRanks {
  private let mean: Double
  private let deviation: Double
  /// `rho` and `sqrt(1 - rho^2)`.
  private let correlation, rest: Double
  /// Rank up to which each level reaches; the last one that the country has reaches over all.
  private let bounds: InlineArray<4, Double>

  init(_ parameters: InitialParameters, _ dimension: Dimension) {
    let correlation = parameters.levelCorrelation[dimension.rawValue]
    (mean, deviation) = (parameters.welfareMean, parameters.welfareDeviation)
    (self.correlation, rest) = (correlation, squareRootOfMagnitude(1 - correlation * correlation))
    let shares = parameters.levelShares[4 * dimension.rawValue..<4 * dimension.rawValue + 4]
    let total = shares.reduce(0, +)
    var bounds = InlineArray<4, Double>(repeating: .infinity)
    var country = 0.0
    for (level, share) in zip(0..<3, shares) {
      country += share / total
      bounds[level] = country <= 0 ? -.infinity : country >= 1 ? .infinity : normalQuantile(country)
    }
    self.bounds = bounds
  }

  /// The level of a household.
  ///
  /// - Parameters:
  ///   - logarithm: of its lasting welfare.
  ///   - luck: `N`.
  /// - Returns: the level, 0-3.
  func level(ofLogarithm logarithm: Double, _ luck: Double) -> Int {
    let rank = correlation * score(logarithm) + rest * luck
    var level = 0
    while level < 3 && rank >= bounds[level] { level += 1 }
    return level
  }

  /// The shares of the levels among households of the same lasting welfare: up to a bound `q` come
  /// `Phi((q - rho z) / sqrt(1 - rho^2))`.
  func shares(ofLogarithm logarithm: Double) -> InlineArray<4, Double> {
    let centre = correlation * score(logarithm)
    var below = 0.0
    return InlineArray { level in
      let bound = bounds[level]
      let upTo = bound == .infinity ? 1 : bound == -.infinity ? 0 : normalCumulative((bound - centre) / rest)
      defer { below = upTo }
      return upTo - below
    }
  }

  private func score(_ logarithm: Double) -> Double { (logarithm - mean) / deviation }
}
