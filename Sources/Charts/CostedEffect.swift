internal import Experiments
internal import Reporting

/// An effect in the tables of money, under one assumption about the time after the last quarter.
struct CostedEffect: Sendable {
  /// It as tables name it, with what programmes spend as the cost.
  let terms: EvaluationTerms
  /// What is achieved, as a heading.
  let title: String
  /// One unit of it, as in "for each durable exit".
  let unit: String
  /// Many units of it.
  let units: String

  private init(
    _ effect: EffectMeasure, _ afterHorizon: AfterHorizon, units: String, unit: String, assumption: String? = nil
  ) {
    terms = EvaluationTerms(perspective: .programme, effect: effect, afterHorizon: afterHorizon)
    self.unit = unit
    self.units = units
    title = ([units] + [assumption].compactMap(\.self)).joined(separator: ", ")
  }

  /// Each effect once, dependency-years averted with nothing counted after the last quarter.
  static let headline = [
    CostedEffect(.durableExits, .atEnd, units: "durable exits", unit: "durable exit"),
    CostedEffect(
      .householdsLifted, .atEnd, units: "households lifted out of poverty", unit: "household lifted out of poverty"),
    dependencyYears(.gainsStop, "gains stop at the end"),
  ]
  /// The effects with all assumptions about the time after the last quarter.
  static let all =
    headline + [
      dependencyYears(.gainsFade, "gains fade after the end"),
      dependencyYears(.gainsPersist, "gains persist after the end"),
    ]

  private static func dependencyYears(_ afterHorizon: AfterHorizon, _ assumption: String) -> CostedEffect {
    CostedEffect(
      .dependencyYears, afterHorizon, units: "dependency-years averted", unit: "dependency-year averted",
      assumption: assumption)
  }
}

extension [CostedEffect] {
  /// Those that a table of money has such rows of, with their rows.
  func found<Row: ReadableRow>(
    _ terms: KeyPath<Row, EvaluationTerms>, in results: ResultSet, where isMeant: (Row) -> Bool = { _ in true }
  ) throws -> [(effect: CostedEffect, rows: [Row])] {
    let rows = try results.rows(of: Row.self, .only(terms.appending(path: \.perspective), .programme)).filter(isMeant)
    return map { effect in (effect, rows.filter { $0[keyPath: terms] == effect.terms }) }.filter { !$0.rows.isEmpty }
  }
}
