package import Designs
internal import Experiments

/// A row of `indices.csv`: Sobol' indices, the shares of the variance of a quantity that a variable is responsible for.
package struct IndicesRow: ReadableRow, FindingsTable {
  package var quantity = QuantityName()
  package var variable = ""
  package var firstOrder = BootstrapEstimate.undefined, total = BootstrapEstimate.undefined
  package var rows = 0

  package static let blank = IndicesRow()
  package static let table = Table(
    "indices", "First-order and total Sobol' indices with bootstrap 95% intervals.",
    key: QuantityName.key + ["variable"],
    [
      .quantity(\Self.quantity), .variable(\.variable),
      .share(
        "first_order", \.firstOrder, "Share of variance that would vanish on average if the variable were known."),
      .share("total", \.total, "Share of variance that would be left if all other variables were known."),
      .column("rows", \.rows, unit: "rows", "Rows of the design that were used, of as many points as it asks for."),
    ])

  static func isWritten(of results: SweepResults) -> Bool {
    if case .sobolIndices = results.design.method { true } else { false }
  }

  static func write(_ results: SweepResults, to rows: RowWriter<Self>) throws(OutputError) {
    for case (let quantity, .indices(let indices)) in results.analyses {
      for (index, variable) in results.design.variables.enumerated() {
        try rows.add(
          IndicesRow(
            quantity: QuantityName(quantity, of: results.plan), variable: variable.name,
            firstOrder: indices.firstOrder[index], total: indices.total[index], rows: indices.rows))
      }
    }
  }
}

extension Columns {
  fileprivate static func share(
    _ name: String, _ path: KeyPath<Row, BootstrapEstimate>, _ summary: String
  ) -> Columns {
    .bootstrap(name, path, unit: "share of variance", summary, note: " Empty where the quantity does not vary.")
  }
}
