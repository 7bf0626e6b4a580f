internal import Designs
package import Experiments
internal import Households

/// A row of `tornado.csv`: what low and high values of a variable give, all others at their usual values.
package struct TornadoRow: ReadableRow, FindingsTable {
  package var quantity = QuantityName()
  package var variable = "", lowValue = "", highValue = "", unit = ""
  package var usual = Double.nan, low = Double.nan, high = Double.nan
  /// High less low; without its errors where it is read.
  package var swing = Estimate.undefined

  package static let blank = TornadoRow()
  package static let table = Table(
    "tornado", "Quantities at low and high values of each variable, all others being usual.",
    key: QuantityName.key + ["variable"],
    [
      .quantity(\Self.quantity), .variable(\.variable),
      .column("low_value", \.lowValue, "Low value of the variable."),
      .column("high_value", \.highValue, "High value of the variable."),
      .inUnit("usual", \.usual, "The quantity where all variables are usual."),
      .inUnit("low", \.low, "The quantity at the low value."),
      .inUnit("high", \.high, "The quantity at the high value."), .inUnit("swing", \.swing.mean, "High less low."),
      .inUnit("swing_low", \.swing.low, "Lower end of its 95% interval, paired within replications."),
      .inUnit("swing_high", \.swing.high, "Upper end of its 95% interval."), .unit(\.unit),
    ])

  static func isWritten(of results: SweepResults) -> Bool {
    if case .tornado = results.design.method { true } else { false }
  }

  static func write(_ results: SweepResults, to rows: RowWriter<Self>) throws(OutputError) {
    for case (let quantity, .tornado(let bars)) in results.analyses {
      for bar in bars {
        let (low, high) = (1 + 2 * bar.variable, 2 + 2 * bar.variable)
        try rows.add(
          TornadoRow(
            quantity: QuantityName(quantity, of: results.plan), variable: results.design.variables[bar.variable].name,
            lowValue: results.points.text(point: low, variable: bar.variable),
            highValue: results.points.text(point: high, variable: bar.variable),
            unit: results.plan.measures[quantity.measure].unit, usual: bar.usual, low: bar.low, high: bar.high,
            swing: results.swing(of: quantity, variable: bar.variable)))
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
