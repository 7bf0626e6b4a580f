package import Experiments

extension Perspective: Cell {}
extension EffectMeasure: Cell {}
extension AfterHorizon: Cell {}

extension EvaluationTerms {
  /// What cells are read into.
  static let blank = EvaluationTerms(perspective: .programme, effect: .durableExits, afterHorizon: .atEnd)
  /// The names of their columns.
  static let columnNames = ["perspective", "effect", "after_horizon"]
}

extension Columns {
  /// The terms on which costs are held against effects.
  static func terms(_ path: KeyPath<Row, EvaluationTerms>) -> Columns {
    Columns([
      .column(
        "perspective", path.appending(path: \.perspective),
        "Whose costs count: programme, what programmes spend; wider, also levels and moves."),
      .column("effect", path.appending(path: \.effect), "What is achieved; more is better."),
      .column(
        "after_horizon", path.appending(path: \.afterHorizon),
        "What is assumed of gains after the last quarter: at_end (a count at the end), gains_stop, gains_fade, "
          + "gains_persist."),
    ])
  }

  static func willingnessToPay(_ path: KeyPath<Row, Double>) -> Columns {
    .column(
      "willingness_to_pay", path, unit: "PKR of 2015-16 per unit of effect", "What a unit of the effect may be worth.")
  }

  static func pkr(_ name: String, _ path: KeyPath<Row, Double>, mayBeEmpty: Bool = true, _ summary: String) -> Columns {
    .column(name, path, unit: "PKR of 2015-16", mayBeEmpty: mayBeEmpty, summary)
  }

  static func pkrPerUnit(_ name: String, _ path: KeyPath<Row, Double>, _ summary: String) -> Columns {
    .column(name, path, unit: "PKR of 2015-16 per unit of effect", mayBeEmpty: true, summary)
  }

  static func inEffectUnit(
    _ name: String, _ path: KeyPath<Row, Double>, mayBeEmpty: Bool = true, _ summary: String
  ) -> Columns {
    .column(name, path, unit: "as in column effect_unit", mayBeEmpty: mayBeEmpty, summary)
  }

  static func effectUnit(_ path: KeyPath<Row, String>) -> Columns {
    .column("effect_unit", path, "Unit of the effect.")
  }
}
