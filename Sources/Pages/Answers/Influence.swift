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
    case .variance: "total shares of variance (Sobol' indices)"
    case .effect: "the mean size of its elementary effects"
    }
  }

  /// Whether its intervals are over replications, and not over the points of the design.
  var isOverReplications: Bool { self == .swing }

  /// Whether chance alone does not make the influence.
  func isSure(_ row: DataTable.Row) -> Bool {
    row.number(value + "_low") > 0 || row.number(value + "_high") < 0
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
