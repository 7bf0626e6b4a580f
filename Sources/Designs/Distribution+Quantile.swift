internal import ExactMath

extension Distribution {
  /// Whether there is a smallest and a largest number.
  public var isBounded: Bool {
    switch self {
    case .uniform, .logUniform, .triangular: true
    case .normal, .logNormal: false
    }
  }

  /// The number, in the unit of the distribution, below which it lies with a given probability.
  ///
  ///     uniform      low + p (high - low)
  ///     logUniform   low (high / low)^p
  ///     normal       mean + z standardDeviation,  z the standard normal quantile of p
  ///     logNormal    median e^(z logStandardDeviation)
  ///     triangular   low + w sqrt(p c) for p < c, otherwise high - w sqrt((1 - p) (1 - c)),
  ///                  w = high - low,  c = (mode - low) / w
  ///
  /// Bounded distributions give exactly their ends for 0 and 1; unbounded ones minus infinity (or 0 if they are
  /// positive) and infinity. A probability outside 0...1 gives NaN. It is meaningless while there are `problems`.
  /// - Complexity: O(1).
  public func quantile(_ probability: Double) -> Double {
    guard probability >= 0, probability <= 1 else { return .nan }
    switch self {
    case .uniform(let low, let high):
      return Self.between(low, high, probability)
    case .logUniform(let low, let high):
      guard probability > 0, probability < 1 else { return probability == 0 ? low : high }
      let logarithm = Self.between(naturalLogarithm(low), naturalLogarithm(high), probability)
      return min(max(exponential(logarithm), low), high)
    case .normal(let mean, let standardDeviation):
      return mean + Self.standardNormal(probability) * standardDeviation
    case .logNormal(let median, let logStandardDeviation):
      guard probability > 0, probability < 1 else { return probability == 0 ? 0 : .infinity }
      return median * exponential(Self.standardNormal(probability) * logStandardDeviation)
    case .triangular(let low, let mode, let high):
      let width = high - low
      let share = (mode - low) / width
      return probability < share
        ? low + width * squareRootOfMagnitude(probability * share)
        : high - width * squareRootOfMagnitude((1 - probability) * (1 - share))
    }
  }

  /// The point that divides a range in a given proportion, from the nearer end, so that both ends are exact.
  private static func between(_ low: Double, _ high: Double, _ probability: Double) -> Double {
    probability < 0.5 ? low + probability * (high - low) : high - (1 - probability) * (high - low)
  }

  /// The standard normal quantile, with its infinities.
  private static func standardNormal(_ probability: Double) -> Double {
    probability == 0 ? -.infinity : probability == 1 ? .infinity : normalQuantile(probability)
  }
}
