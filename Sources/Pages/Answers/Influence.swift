internal import Charts
internal import Designs
internal import Experiments
internal import Notation
internal import Reporting

/// What a variable does to a quantity, with its interval.
struct VariableEffect {
  let quantity: QuantityName
  let variable: String
  let value: Double
  let low: Double
  let high: Double
  /// The unit of the measure; empty for shares of variance.
  let unit: String
}

/// How the influence of a variable is measured.
enum Influence: CaseIterable {
  case swing, variance, effect

  /// The effects of all variables on all quantities; none where results have no such table.
  func effects(in results: ResultSet) throws -> [VariableEffect] {
    switch self {
    case .swing:
      try results.rows(of: TornadoRow.self).map {
        VariableEffect(
          quantity: $0.quantity, variable: $0.variable, value: $0.swing.mean, low: $0.swing.low, high: $0.swing.high,
          unit: $0.unit)
      }
    case .variance:
      try results.rows(of: IndicesRow.self).map {
        VariableEffect(
          quantity: $0.quantity, variable: $0.variable, value: $0.total.value, low: $0.total.lower,
          high: $0.total.upper, unit: "")
      }
    case .effect:
      try results.rows(of: ElementaryEffectsRow.self).map {
        VariableEffect(
          quantity: $0.quantity, variable: $0.variable, value: $0.meanMagnitude.value, low: $0.meanMagnitude.lower,
          high: $0.meanMagnitude.upper, unit: $0.unit)
      }
    }
  }

  /// What the numbers are.
  var words: String {
    switch self {
    case .swing: "the swing from its low to its high value, all others as usual"
    case .variance: "total shares of variance (Sobol' indices; luck can put one below nothing or above the whole)"
    case .effect: "the mean size of its elementary effects"
    }
  }

  /// Whether its intervals are over replications, and not over the points of the design.
  var isOverReplications: Bool { self == .swing }

  /// What chance alone would make of the influence on a quantity: 0 where chance can make it of either sign.
  ///
  /// Squares and sizes are above 0 whatever moves the results. Where nothing but chance does, each variable has a total
  /// index of the share of chance in the variance of the means, and an elementary effect is the difference of two means
  /// over a step of half the range or more: its size is at most `4 s / sqrt(pi n)`, with the deviation `s` of one of `n`
  /// replications.
  /// - Parameters:
  ///   - spread: what is known of how the quantity spreads.
  ///   - replications: those of each point.
  /// - Returns: the influence, in its own unit.
  func ofChance(_ spread: SweepUncertainty, replications: Int) -> Double {
    let found =
      switch self {
      case .swing: 0.0
      case .variance: spread.chanceShareOfMeans
      case .effect: 4 * spread.interactionDeviation / (.pi * Double(replications)).squareRoot()
      }
    return found.isNaN ? 0 : found
  }

  /// An effect with its interval.
  func text(_ effect: VariableEffect) -> String {
    switch self {
    case .variance:
      let shares = [effect.value, effect.low, effect.high].map { ReadableNumber.text(100 * $0, decimals: 0) }
      return "\(shares[0])%, \(shares[1]) to \(shares[2])"
    case .swing, .effect:
      let unit = DisplayUnit(measure: effect.quantity.measure, unit: effect.unit)
      return "\(unit.difference(effect.value)), \(unit.differenceInterval(effect.low, effect.high))"
    }
  }
}
