package import Designs
internal import Experiments
internal import Households

/// A row of `elementary_effects.csv`: what moving a variable through its whole range does to a quantity (Morris).
package struct ElementaryEffectsRow: ReadableRow, FindingsTable {
  package var quantity = QuantityName()
  package var variable = "", unit = ""
  package var mean = BootstrapEstimate.undefined, meanMagnitude = BootstrapEstimate.undefined
  package var standardDeviation = BootstrapEstimate.undefined
  package var trajectories = 0

  package static let blank = ElementaryEffectsRow()
  package static let table = Table(
    "elementary_effects", "Elementary effects of variables with bootstrap 95% intervals.",
    key: QuantityName.key + ["variable"],
    [
      .quantity(\Self.quantity), .variable(\.variable),
      .bootstrap("mu", \.mean, "Mean effect of the whole range of the variable."),
      .bootstrap("mu_star", \.meanMagnitude, "Mean size of the effect."),
      .bootstrap(
        "sigma", \.standardDeviation,
        "Standard deviation of the effect: large where it depends on the other variables."),
      .column("trajectories", \.trajectories, unit: "trajectories", "Trajectories that were used."),
      .unit(\.unit),
    ])

  static func isWritten(of results: SweepResults) -> Bool {
    if case .morris = results.design.method { true } else { false }
  }

  static func write(_ results: SweepResults, to rows: RowWriter<Self>) throws(OutputError) {
    for case (let quantity, .elementaryEffects(let effects)) in results.analyses {
      for (variable, influence) in zip(results.design.variables, effects.influences) {
        try rows.add(
          ElementaryEffectsRow(
            quantity: QuantityName(quantity, of: results.plan), variable: variable.name,
            unit: results.plan.measures[quantity.measure].unit, mean: influence.mean,
            meanMagnitude: influence.meanMagnitude, standardDeviation: influence.standardDeviation,
            trajectories: effects.trajectories))
      }
    }
  }
}
