/// An effect in the tables of money, under one assumption about the time after the last quarter.
struct CostedEffect: Sendable {
  private let name: String
  private let afterHorizon: String
  /// What is achieved, as a heading.
  let title: String
  /// One unit of it, as in "for each durable exit".
  let unit: String
  /// Many units of it.
  let units: String

  private init(_ name: String, _ afterHorizon: String, units: String, unit: String, assumption: String? = nil) {
    self.name = name
    self.afterHorizon = afterHorizon
    self.unit = unit
    self.units = units
    title = ([units] + [assumption].compactMap(\.self)).joined(separator: ", ")
  }

  static let durableExits = CostedEffect("durable_exits", "at_end", units: "durable exits", unit: "durable exit")
  static let householdsLifted = CostedEffect(
    "households_lifted", "at_end", units: "households lifted out of poverty", unit: "household lifted out of poverty")
  /// Dependency-years averted, with nothing counted after the last quarter.
  static let dependencyYears = dependencyYears("gains_stop", "gains stop at the end")

  /// Each effect once.
  static let headline = [durableExits, householdsLifted, dependencyYears]
  /// The effects with all assumptions about the time after the last quarter.
  static let all =
    headline + [
      dependencyYears("gains_fade", "gains fade after the end"),
      dependencyYears("gains_persist", "gains persist after the end"),
    ]

  private static func dependencyYears(_ afterHorizon: String, _ assumption: String) -> CostedEffect {
    CostedEffect(
      "dependency_years_averted", afterHorizon, units: "dependency-years averted", unit: "dependency-year averted",
      assumption: assumption)
  }

  /// Its rows in a table of money, with what programmes spend as the cost.
  func rows(of table: DataTable) -> [DataTable.Row] {
    table.rows(where: ["perspective": "programme", "effect": name, "after_horizon": afterHorizon])
  }
}
