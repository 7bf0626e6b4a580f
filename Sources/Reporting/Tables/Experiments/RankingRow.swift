internal import Experiments
internal import Households

/// A row of `ranking.csv`: how a scenario stands to the others, the baseline among them, at the end.
public struct RankingRow: ReadableRow {
  /// The headline figure.
  public var measure = ""
  /// `higher` or `lower`.
  public var better = ""
  /// The scenario.
  public var scenario = ""
  /// Mean over replications.
  public var mean = Double.nan
  /// One more than the number of scenarios that are clearly better; nil with one replication.
  public var rank: Int?
  /// Probability that no other scenario has a better mean; NaN with one replication.
  public var probabilityOfBest = Double.nan
  /// Replications.
  public var replications = 0
  /// The unit of the figure.
  public var unit = ""

  public static let blank = RankingRow()
  public static let table = Table(
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
}

extension RankingRow: SummaryTable {
  static let needs = Dataset.Parts.comparison

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for ranking in summary.rankings() {
      for (name, standing) in zip(summary.scenarioNames, ranking.standings) {
        try rows.add(
          RankingRow(
            measure: ranking.measure.name, better: ranking.measure.isBetterHigher ? "higher" : "lower",
            scenario: name, mean: standing.estimate.mean, rank: standing.rank,
            probabilityOfBest: standing.probabilityOfBest, replications: ranking.replications,
            unit: unit(of: ranking.measure, in: summary)))
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
