internal import Experiments

extension TableColumn {
  /// The columns that tell on which terms costs are held against effects.
  static let terms: [TableColumn] = [
    TableColumn(
      "perspective", .string, "Whose costs count: programme, what programmes spend; wider, also levels and moves."),
    TableColumn("effect", .string, "What is achieved; more is better."),
    TableColumn(
      "after_horizon", .string,
      "What is assumed of gains after the last quarter: at_end (a count at the end), gains_stop, gains_fade, "
        + "gains_persist."),
  ]

  static let willingnessToPay = TableColumn(
    "willingness_to_pay", .number, unit: "PKR of 2015-16 per unit of effect", "What a unit of the effect may be worth.")

  static func pkr(_ name: String, mayBeEmpty: Bool = true, _ summary: String) -> TableColumn {
    TableColumn(name, .number, unit: "PKR of 2015-16", mayBeEmpty: mayBeEmpty, summary)
  }

  static func pkrPerUnit(_ name: String, _ summary: String) -> TableColumn {
    TableColumn(name, .number, unit: "PKR of 2015-16 per unit of effect", mayBeEmpty: true, summary)
  }

  static func inEffectUnit(_ name: String, mayBeEmpty: Bool = true, _ summary: String) -> TableColumn {
    TableColumn(name, .number, unit: "as in column effect_unit", mayBeEmpty: mayBeEmpty, summary)
  }

  static let effectUnit = TableColumn("effect_unit", .string, "Unit of the effect.")
}

extension CSVBuffer {
  /// Appends the cells that tell on which terms costs are held against effects.
  mutating func append(_ terms: EvaluationTerms) {
    append(terms.perspective.rawValue)
    append(terms.effect.rawValue)
    append(terms.afterHorizon.rawValue)
  }

  /// Appends a mean and both ends of its interval.
  mutating func appendInterval(_ estimate: Estimate) {
    append(estimate.mean)
    append(estimate.low)
    append(estimate.high)
  }

  /// Appends a ratio and both ends of its interval; empty cells where there is no bounded one.
  mutating func append(_ ratio: CostPerOutcome) {
    guard case .estimate(let mean, let low, let high) = ratio else {
      for _ in 0..<3 { append("") }
      return
    }
    append(mean)
    append(low)
    append(high)
  }
}
