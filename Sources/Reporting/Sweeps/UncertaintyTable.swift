internal import Designs
internal import Experiments
internal import Households

/// `uncertainty.csv`: how much of the spread of results comes from the parameters, and how much from chance.
enum UncertaintyTable {
  static let schema = TableSchema(
    name: "uncertainty",
    summary: """
      Standard deviations that come from the parameters and from chance, by the analysis-of-variance estimators of two \
      crossed random factors, points and replications (Searle, Casella and McCulloch 1992).
      """,
    columns: TableColumn.quantity + [
      .inUnit("mean", "Mean over points and replications."),
      .inUnit(
        "sd_parameters",
        "Standard deviation that comes from the parameters, free of chance; empty where points are not drawn at random."
      ),
      .inUnit("sd_chance", "Standard deviation of chance that acts alike at all points."),
      .inUnit("sd_interaction", "Standard deviation of chance that acts differently from point to point."),
      TableColumn(
        "chance_share", .number, unit: "share of variance", mayBeEmpty: true,
        "Share of such chance in the variance of the means of points, 0 to 1, where components below 0 count as 0; more "
          + "replications make it smaller."),
      .inUnit("q05", "5% quantile of the means of points; empty where points are not drawn at random."),
      .inUnit("q50", "50% quantile, likewise."),
      .inUnit("q95", "95% quantile, likewise."),
      TableColumn("points", .integer, unit: "points", "Points that were used."),
      .unit,
    ],
    primaryKey: TableColumn.quantity.map(\.name))

  static func write(_ results: SweepResults, to table: TableFile) throws(OutputError) {
    for quantity in results.plan.quantities {
      let uncertainty = SweepUncertainty(
        of: quantity, in: results.outcomes, design: results.design, blockLength: results.points.blockLength)
      try table.addRow { row in
        row.append(quantity, of: results.plan)
        row.append(uncertainty.mean)
        row.append(uncertainty.parameterDeviation)
        row.append(uncertainty.chanceDeviation)
        row.append(uncertainty.interactionDeviation)
        row.append(uncertainty.chanceShareOfMeans)
        for quantile in uncertainty.quantiles { row.append(quantile) }
        row.append(uncertainty.points)
        row.append(results.plan.measures[quantity.measure].unit)
      }
    }
  }
}
