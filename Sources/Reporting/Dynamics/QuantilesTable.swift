internal import Experiments
internal import Households

/// `quantiles.csv`: mean welfare of each twentieth of all persons at the start and at the end.
enum QuantilesTable {
  static let schema = TableSchema(
    name: "quantiles",
    summary: "Mean welfare of each twentieth of all persons, from the poorest, at the start and at the end.",
    columns: [
      .scenario, .replication, .quarter, .quantile,
      TableColumn(
        "welfare", .number, unit: "consumption / need", mayBeEmpty: true,
        "Mean over the persons who are in that twentieth at this time."),
    ],
    primaryKey: ["scenario", "replication", "quarter", "quantile"])

  static func write(_ result: RunResult, of run: RunIdentity, to table: TableFile) throws(OutputError) {
    for quantiles in result.dynamics?.quantiles ?? [] {
      for (index, mean) in quantiles.means.enumerated() {
        try table.addRow { row in
          row.append(run)
          row.append(quantiles.quarter)
          row.append(index + 1)
          row.append(mean)
        }
      }
    }
  }

  /// The means of a run, as they were written.
  static func quantiles(of run: RunIdentity, from rows: RunRows) throws(OutputError) -> [WelfareQuantiles] {
    let (quarter, welfare) = (try rows.column("quarter"), try rows.column("welfare"))
    var quantiles: [WelfareQuantiles] = []
    try rows.forEach(of: run) { row throws(OutputError) in
      let time = try row.whole(quarter)
      if quantiles.last?.quarter != time { quantiles.append(WelfareQuantiles(quarter: time, means: [])) }
      quantiles[quantiles.count - 1].means.append(try row.number(welfare))
    }
    return quantiles
  }
}

extension TableColumn {
  static let quantile = TableColumn(
    "quantile", .integer, unit: "twentieths", "The part of all persons: 1 is the poorest twentieth, 20 the richest.")
}
