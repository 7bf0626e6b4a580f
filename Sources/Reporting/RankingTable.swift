internal import Experiments
internal import Households

/// `ranking.csv`: how scenarios, the baseline among them, stand to each other at the end.
enum RankingTable {
  static let schema = TableSchema(
    name: "ranking",
    summary: """
      Scenarios ranked by headline figures of all households at the end. Those that cannot be told apart by intervals \
      adjusted for all pairs share a rank.
      """,
    columns: [
      .measure,
      TableColumn("better", .string, "Which is better: higher or lower."),
      .scenario,
      TableColumn("mean", .number, unit: "as in column unit", mayBeEmpty: true, "Mean over replications."),
      TableColumn(
        "rank", .integer, unit: "rank", mayBeEmpty: true,
        "One more than the number of scenarios that are clearly better; empty with one replication."),
      TableColumn(
        "probability_best", .number, unit: "probability", mayBeEmpty: true,
        "Probability that no other scenario has a better mean, to 0.01 or so; empty with one replication."),
      .replications, .unit,
    ],
    primaryKey: ["measure", "scenario"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    for ranking in summary.rankings() {
      for (name, standing) in zip(summary.scenarioNames, ranking.standings) {
        try table.addRow { row in
          row.append(ranking.measure.name)
          row.append(ranking.measure.isBetterHigher ? "higher" : "lower")
          row.append(name)
          row.append(standing.estimate.mean)
          row.append(standing.rank.map(Double.init) ?? .nan)
          row.append(standing.probabilityOfBest)
          row.append(ranking.replications)
          row.append(unit(of: ranking.measure, in: summary))
        }
      }
    }
  }

  private static func unit(of ranked: RankedMeasure, in summary: ExperimentSummary) -> String {
    guard case .headline(let headline) = ranked, let place = summary.place(of: headline) else {
      return "PKR of 2015-16"
    }
    return summary.measures[place.measure].unit
  }
}
