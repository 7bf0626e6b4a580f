internal import Experiments
internal import Households

/// A row of `quantiles.csv`: mean welfare of a twentieth of all persons at the start or at the end of a run.
struct QuantileEntry: RunTable {
  var quarter = 0
  var quantile = 0
  var welfare = Double.nan

  static let needs = Dataset.Parts.groups
  static let table = Table(
    ofRuns: "quantiles",
    "Mean welfare of each twentieth of all persons, from the poorest, at the start and at the end.",
    key: ["quarter", "quantile"],
    [
      .quarter(\RunRow<Self>.entry.quarter), .quantile(\.entry.quantile),
      .column(
        "welfare", \.entry.welfare, unit: "consumption / need", mayBeEmpty: true,
        "Mean over the persons who are in that twentieth at this time."),
    ])

  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {
    for quantiles in result.dynamics?.quantiles ?? [] {
      for (index, mean) in quantiles.means.enumerated() {
        try rows.add(QuantileEntry(quarter: quantiles.quarter, quantile: index + 1, welfare: mean))
      }
    }
  }
}

extension Columns {
  static func quantile(_ path: KeyPath<Row, Int>) -> Columns {
    .column(
      "quantile", path, unit: "twentieths", "The part of all persons: 1 is the poorest twentieth, 20 the richest.")
  }
}
