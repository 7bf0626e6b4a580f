internal import Experiments
internal import Households

/// A row of `ranking.csv`: how a scenario stands to the others, the baseline among them, at the end.
package struct RankingRow: ReadableRow, SummaryTable {
  package var measure = "", unit = "", better = "", scenario = ""
  package var mean = Double.nan, probabilityOfBest = Double.nan
  /// One more than the number of scenarios that are clearly better; nil with one replication.
  package var rank: Int?
  package var replications = 0

  static let needs = Dataset.Parts.comparison
  package static let blank = RankingRow()
  package static let table = Table(
    "ranking",
    """
    Scenarios ranked by headline figures of all households at the end. Those that cannot be told apart by intervals \
    adjusted for all pairs share a rank.
    """,
    key: ["measure", "scenario"],
    [
      .measure(\Self.measure), .column("better", \.better, "Which is better: higher or lower."),
      .scenario(\.scenario), .inUnit("mean", \.mean, "Mean over replications."),
      .column(
        "rank", \.rank, unit: "rank",
        "One more than the number of scenarios that are clearly better; empty with one replication."),
      .column(
        "probability_best", \.probabilityOfBest, unit: "probability", mayBeEmpty: true,
        "Probability that no other scenario has a better mean, to 0.01 or so; empty with one replication."),
      .replications(\.replications), .unit(\.unit),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for ranking in summary.rankings() {
      for (name, standing) in zip(summary.scenarioNames, ranking.standings) {
        try rows.add(
          RankingRow(
            measure: ranking.measure.name, unit: unit(of: ranking.measure, in: summary),
            better: ranking.measure.isBetterHigher ? "higher" : "lower", scenario: name, mean: standing.estimate.mean,
            probabilityOfBest: standing.probabilityOfBest, rank: standing.rank, replications: ranking.replications))
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
