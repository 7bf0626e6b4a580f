internal import Designs
internal import Experiments
internal import Households

/// What a row of an analysis is about.
package struct QuantityName: Hashable, Sendable {
  package var scenario = "", measure = ""
  package var of = Subject.value

  /// The scenario's own value, or its difference from the baseline in the same replication.
  package enum Subject: String, CaseIterable, Cell {
    case value, difference
  }

  /// The columns that tell quantities apart.
  static let key = ["scenario", "measure", "of"]
}

extension QuantityName {
  init(_ quantity: SweepQuantity, of plan: SweepPlan) {
    self.init(
      scenario: plan.scenarioNames[quantity.scenario], measure: plan.measures[quantity.measure].name,
      of: quantity.isDifference ? .difference : .value)
  }
}

extension BootstrapEstimate {
  /// What cells are read into.
  static let undefined = BootstrapEstimate(value: .nan, lower: .nan, upper: .nan)
}

extension Columns {
  static func quantity(_ path: KeyPath<Row, QuantityName>) -> Columns {
    Columns([
      .scenario(path.appending(path: \.scenario)), .measure(path.appending(path: \.measure)),
      .column(
        "of", path.appending(path: \.of),
        "What is analysed: value, the scenario's own; difference, from the baseline in the same replication."),
    ])
  }

  /// An estimate and both ends of its interval, whose summaries a note follows.
  static func bootstrap(
    _ name: String, _ path: KeyPath<Row, BootstrapEstimate>, unit: String = asInUnit, _ summary: String,
    note: String = ""
  ) -> Columns {
    func column(_ name: String, _ part: KeyPath<BootstrapEstimate, Double>, _ summary: String) -> Columns {
      .column(name, path.appending(path: part), unit: unit, mayBeEmpty: true, summary + note)
    }
    return Columns([
      column(name, \.value, summary), column(name + "_low", \.lower, "Lower end of its interval."),
      column(name + "_high", \.upper, "Upper end of its interval."),
    ])
  }

  static func variable(_ path: KeyPath<Row, String>) -> Columns {
    .column("variable", path, "Name of the variable, a column of design.csv.")
  }

  static func point(_ path: KeyPath<Row, Int>) -> Columns {
    .column("point", path, "Number of the point, from 1; design.csv has its values.")
  }
}
