internal import Designs
internal import Experiments

/// `indices.csv`: Sobol' indices, the shares of the variance of each quantity that variables are responsible for.
enum IndicesTable {
  static let schema = TableSchema(
    name: "indices", summary: "First-order and total Sobol' indices with bootstrap 95% intervals.",
    columns: TableColumn.quantity + [
      .variable,
      share("first_order", "Share of variance that would vanish on average if the variable were known."),
      share("first_order_low", "Lower end of its interval."), share("first_order_high", "Upper end of its interval."),
      share("total", "Share of variance that would be left if all other variables were known."),
      share("total_low", "Lower end of its interval."), share("total_high", "Upper end of its interval."),
      TableColumn(
        "rows", .integer, unit: "rows", "Rows of the design that were used, of as many points as it asks for."),
    ],
    primaryKey: TableColumn.quantity.map(\.name) + ["variable"])

  static func write(_ indices: SobolIndices, of quantity: SweepQuantity, _ results: SweepResults, to table: TableFile)
    throws(OutputError)
  {
    for (index, variable) in results.design.variables.enumerated() {
      try table.addRow { row in
        row.append(quantity, of: results.plan)
        row.append(variable.name)
        row.append(indices.firstOrder[index])
        row.append(indices.total[index])
        row.append(indices.rows)
      }
    }
  }

  private static func share(_ name: String, _ summary: String) -> TableColumn {
    TableColumn(
      name, .number, unit: "share of variance", mayBeEmpty: true, summary + " Empty where the quantity does not vary.")
  }
}
