internal import Designs
internal import Experiments
internal import Households

/// `tornado.csv`: what low and high values of each variable give, all others at their usual values.
enum TornadoTable {
  static let schema = TableSchema(
    name: "tornado", summary: "Quantities at low and high values of each variable, all others being usual.",
    columns: TableColumn.quantity + [
      .variable,
      TableColumn("low_value", .string, "Low value of the variable."),
      TableColumn("high_value", .string, "High value of the variable."),
      .inUnit("usual", "The quantity where all variables are usual."),
      .inUnit("low", "The quantity at the low value."), .inUnit("high", "The quantity at the high value."),
      .inUnit("swing", "High less low."),
      .inUnit("swing_low", "Lower end of its 95% interval, paired within replications."),
      .inUnit("swing_high", "Upper end of its 95% interval."),
      .unit,
    ],
    primaryKey: TableColumn.quantity.map(\.name) + ["variable"])

  static func write(_ bars: [TornadoBar], of quantity: SweepQuantity, _ results: SweepResults, to table: TableFile)
    throws(OutputError)
  {
    for bar in bars {
      let swing = results.swing(of: quantity, variable: bar.variable)
      try table.addRow { row in
        row.append(quantity, of: results.plan)
        row.append(results.design.variables[bar.variable].name)
        for point in [1 + 2 * bar.variable, 2 + 2 * bar.variable] {
          row.append(results.points.text(point: point, variable: bar.variable))
        }
        row.append(bar.usual)
        row.append(bar.low)
        row.append(bar.high)
        row.append(swing.mean)
        row.append(swing.low)
        row.append(swing.high)
        row.append(results.plan.measures[quantity.measure].unit)
      }
    }
  }
}

extension SweepResults {
  /// By how much a quantity is higher at the high value of a variable than at the low one, in a tornado.
  func swing(of quantity: SweepQuantity, variable: Int) -> Estimate {
    outcomes.change(of: quantity, at: 2 + 2 * variable, from: 1 + 2 * variable)
  }
}
