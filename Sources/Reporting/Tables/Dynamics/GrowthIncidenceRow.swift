internal import Experiments

/// A row of `growth_incidence.csv`: how fast the welfare of a twentieth of all persons has grown.
struct GrowthIncidenceRow: SummaryTable {
  let scenario: String
  let quantile: Int
  let part: QuantileGrowth

  static let table = Table(
    "growth_incidence",
    """
    Growth of the mean welfare of each twentieth of all persons, whoever is in it at either time (Ravallion and Chen), \
    as means over replications.
    """,
    key: ["scenario", "quantile"],
    [
      .scenario(\Self.scenario), .quantile(\.quantile),
      .column(
        "start_welfare", \.part.start.mean, unit: "consumption / need", mayBeEmpty: true,
        "Mean welfare at the start, mean over replications."),
      .column(
        "end_welfare", \.part.end.mean, unit: "consumption / need", mayBeEmpty: true,
        "Mean welfare at the end, mean over replications."),
      .estimate(\.part.growth, unit: "growth a year, share"),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for (name, growth) in zip(summary.scenarioNames, summary.dynamics.growth) {
      for (index, part) in growth.enumerated() {
        try rows.add(GrowthIncidenceRow(scenario: name, quantile: index + 1, part: part))
      }
    }
  }
}
