internal import Charts
internal import Notation

/// How the influence of a variable is measured.
enum Influence: CaseIterable {
  case swing, variance, effect

  var file: String {
    switch self {
    case .swing: "tornado.csv"
    case .variance: "indices.csv"
    case .effect: "elementary_effects.csv"
    }
  }

  /// The column of the influence.
  var value: String {
    switch self {
    case .swing: "swing"
    case .variance: "total"
    case .effect: "mu_star"
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
  ///   - row: the quantity's row of `uncertainty.csv`; nil where there is none.
  ///   - replications: those of each point.
  /// - Returns: the influence, in its own unit.
  func ofChance(_ row: DataTable.Row?, replications: Int) -> Double {
    let found =
      switch self {
      case .swing: 0.0
      case .variance: row?.number("chance_share") ?? .nan
      case .effect: 4 * (row?.number("sd_interaction") ?? .nan) / (.pi * Double(replications)).squareRoot()
      }
    return found.isNaN ? 0 : found
  }

  /// Whether chance alone does not make the influence.
  func isSure(_ row: DataTable.Row, ofChance: Double) -> Bool {
    row.number(value + "_low") > ofChance || row.number(value + "_high") < -ofChance
  }

  /// The influence with its interval.
  func text(_ row: DataTable.Row) -> String {
    let numbers = [value, value + "_low", value + "_high"].map { row.number($0) }
    switch self {
    case .variance:
      let shares = numbers.map { ReadableNumber.text(100 * $0, decimals: 0) }
      return "\(shares[0])%, \(shares[1]) to \(shares[2])"
    case .swing, .effect:
      let unit = DisplayUnit(measure: row["measure"], unit: row["unit"])
      return "\(unit.difference(numbers[0])), \(unit.differenceInterval(numbers[1], numbers[2]))"
    }
  }
}
