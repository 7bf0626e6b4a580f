internal import Designs
package import Experiments
internal import Households

/// A row of `uncertainty.csv`: how much of the spread of a quantity comes from the parameters, and how much from chance.
package struct UncertaintyRow: ReadableRow, FindingsTable {
  package var quantity = QuantityName()
  package var uncertainty = SweepUncertainty()
  package var unit = ""

  package static let blank = UncertaintyRow()
  package static let table = Table(
    "uncertainty",
    """
    Standard deviations that come from the parameters and from chance, by the analysis-of-variance estimators of two \
    crossed random factors, points and replications (Searle, Casella and McCulloch 1992).
    """,
    key: QuantityName.key,
    [
      .quantity(\Self.quantity), .inUnit("mean", \.uncertainty.mean, "Mean over points and replications."),
      .inUnit(
        "sd_parameters", \.uncertainty.parameterDeviation,
        "Standard deviation that comes from the parameters, free of chance; empty where points are not drawn at random."
      ),
      .inUnit(
        "sd_chance", \.uncertainty.chanceDeviation, "Standard deviation of chance that acts alike at all points."),
      .inUnit(
        "sd_interaction", \.uncertainty.interactionDeviation,
        "Standard deviation of chance that acts differently from point to point."),
      .column(
        "chance_share", \.uncertainty.chanceShareOfMeans, unit: "share of variance", mayBeEmpty: true,
        "Share of such chance in the variance of the means of points, 0 to 1, where components below 0 count as 0; more "
          + "replications make it smaller."),
      .inUnit(
        "q05", \.uncertainty.quantiles[0],
        "5% quantile of the means of points; empty where points are not drawn at random."),
      .inUnit("q50", \.uncertainty.quantiles[1], "50% quantile, likewise."),
      .inUnit("q95", \.uncertainty.quantiles[2], "95% quantile, likewise."),
      .column("points", \.uncertainty.points, unit: "points", "Points that were used."), .unit(\.unit),
    ])

  static func isWritten(of results: SweepResults) -> Bool { results.design.method.hasUncertainty }

  static func write(_ results: SweepResults, to rows: RowWriter<Self>) throws(OutputError) {
    for quantity in results.plan.quantities {
      let uncertainty = SweepUncertainty(
        of: quantity, in: results.outcomes, design: results.design, blockLength: results.points.blockLength)
      try rows.add(
        UncertaintyRow(
          quantity: QuantityName(quantity, of: results.plan), uncertainty: uncertainty,
          unit: results.plan.measures[quantity.measure].unit))
    }
  }
}
