internal import Charts
internal import Designs
internal import Experiments
internal import Notation
internal import Reporting

/// What a variable does to a quantity, with its interval.
struct VariableEffect {
  let quantity: QuantityName
  let variable: String
  let size: BootstrapEstimate
  /// The unit of the measure; empty for shares of variance.
  var unit = ""
}

/// How the influence of a variable is measured.
enum Influence: CaseIterable {
  case swing, variance, effect

  /// The effects of all variables on all quantities; none where results have no such table.
  func effects(in results: ResultSet) throws -> [VariableEffect] {
    switch self {
    case .swing:
      try results.rows(of: TornadoRow.self).map { row in
        let swing = BootstrapEstimate(value: row.swing.mean, lower: row.swing.low, upper: row.swing.high)
        return VariableEffect(quantity: row.quantity, variable: row.variable, size: swing, unit: row.unit)
      }
    case .variance:
      try results.rows(of: IndicesRow.self).map {
        VariableEffect(quantity: $0.quantity, variable: $0.variable, size: $0.total)
      }
    case .effect:
      try results.rows(of: ElementaryEffectsRow.self).map {
        VariableEffect(quantity: $0.quantity, variable: $0.variable, size: $0.meanMagnitude, unit: $0.unit)
      }
    }
  }

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
    let size = effect.size
    guard self == .variance else {
      let unit = DisplayUnit(measure: effect.quantity.measure, unit: effect.unit)
      return "\(unit.difference(size.value)), \(unit.differenceInterval(size.lower, size.upper))"
    }
    let range = ReadableNumber.range(100 * size.lower, 100 * size.upper, decimals: 0)
    return "\(ReadableNumber.text(100 * size.value, decimals: 0))%, \(range)"
  }
}
