package import Experiments
internal import Households

/// A row of `survival_comparison.csv`: whether events come earlier or later than in the baseline.
package struct SurvivalComparisonRow: ReadableRow, SummaryTable {
  package var baseline = "", scenario = "", group = "", level = ""
  package var comparison = SpellComparison.undefined

  static let needs = Dataset.Parts.comparison
  package static let blank = SurvivalComparisonRow()
  package static let table = Table(
    "survival_comparison",
    """
    Log-rank tests of scenarios against the baseline: tested over replications, which knows that runs are paired and \
    neighbours alike, and the classical way, which takes the households of both runs as independent.
    """,
    key: ["baseline", "scenario", "event", "group", "level"],
    [
      .baseline(\Self.baseline), .scenario(\.scenario), .event(\.comparison.event), .group(\.group), .level(\.level),
      .households(
        "events", \.comparison.events, mayBeEmpty: false,
        "Events of the scenario at durations at which the baseline has somebody at risk too, mean over replications."),
      .households(
        "expected", \.comparison.expected, mayBeEmpty: false,
        "Events that it would have with the hazards of both runs together, mean over replications."),
      .households(
        "score", \.comparison.score.mean, mayBeEmpty: false,
        "events minus expected: above 0 where the event comes earlier than in the baseline; for relapses those at risk "
          + "are other households in each."),
      .households("se", \.comparison.score.standardError, "Standard error of the score between replications."),
      .households("ci_low", \.comparison.score.low, "Lower end of the 95% interval of the score."),
      .households("ci_high", \.comparison.score.high, "Upper end of the 95% interval of the score."),
      .replications(\.comparison.score.replications),
      .column(
        "p_value", \.comparison.probability, unit: "probability", mayBeEmpty: true,
        "Student's test of the score over replications; empty where it does not vary."),
      .column(
        "classical_chi_square", \.comparison.classicalChiSquare, unit: "chi-square, 1 degree of freedom",
        mayBeEmpty: true,
        "The log-rank statistic, stratified by replication, for independent households; empty without events."),
      .column(
        "classical_p_value", \.comparison.classicalProbability, unit: "probability", mayBeEmpty: true,
        "Probability of a larger statistic without a difference."),
      .column(
        "variance_ratio", \.comparison.varianceRatio, unit: "variance between replications over classical variance",
        mayBeEmpty: true,
        "Below 1 common luck makes the classical test too cautious; above 1 neighbours make it too bold."),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for (name, comparisons) in zip(summary.scenarioNames, summary.dynamics.spellComparisons).dropFirst() {
      for comparison in comparisons {
        let level = summary.groupLevels[comparison.groupLevel]
        try rows.add(
          SurvivalComparisonRow(
            baseline: summary.scenarioNames[0], scenario: name, group: level.group, level: level.level,
            comparison: comparison))
      }
    }
  }
}

extension Columns {
  fileprivate static func households(
    _ name: String, _ path: KeyPath<Row, Double>, mayBeEmpty: Bool = true, _ summary: String
  ) -> Columns {
    .column(name, path, unit: "real households", mayBeEmpty: mayBeEmpty, summary)
  }
}
