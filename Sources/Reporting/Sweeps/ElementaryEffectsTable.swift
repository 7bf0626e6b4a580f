internal import Designs
internal import Experiments
internal import Households

/// `elementary_effects.csv`: what moving a variable through its whole range does to each quantity (Morris).
enum ElementaryEffectsTable {
  static let schema = TableSchema(
    name: "elementary_effects", summary: "Elementary effects of variables with bootstrap 95% intervals.",
    columns: TableColumn.quantity + [
      .variable,
      .inUnit("mu", "Mean effect of the whole range of the variable."),
      .inUnit("mu_low", "Lower end of its interval."), .inUnit("mu_high", "Upper end of its interval."),
      .inUnit("mu_star", "Mean size of the effect."),
      .inUnit("mu_star_low", "Lower end of its interval."), .inUnit("mu_star_high", "Upper end of its interval."),
      .inUnit("sigma", "Standard deviation of the effect: large where it depends on the other variables."),
      .inUnit("sigma_low", "Lower end of its interval."), .inUnit("sigma_high", "Upper end of its interval."),
      TableColumn("trajectories", .integer, unit: "trajectories", "Trajectories that were used."),
      .unit,
    ],
    primaryKey: TableColumn.quantity.map(\.name) + ["variable"])

  static func write(
    _ effects: ElementaryEffects, of quantity: SweepQuantity, _ results: SweepResults, to table: TableFile
  ) throws(OutputError) {
    for (variable, influence) in zip(results.design.variables, effects.influences) {
      try table.addRow { row in
        row.append(quantity, of: results.plan)
        row.append(variable.name)
        row.append(influence.mean)
        row.append(influence.meanMagnitude)
        row.append(influence.standardDeviation)
        row.append(effects.trajectories)
        row.append(results.plan.measures[quantity.measure].unit)
      }
    }
  }
}
