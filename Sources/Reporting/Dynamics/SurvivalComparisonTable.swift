internal import Experiments
internal import Households

/// `survival_comparison.csv`: whether events come earlier or later than in the baseline.
enum SurvivalComparisonTable {
  static let schema = TableSchema(
    name: "survival_comparison",
    summary: """
      Log-rank tests of scenarios against the baseline: tested over replications, which knows that runs are paired and \
      neighbours alike, and the classical way, which takes the households of both runs as independent.
      """,
    columns: [
      TableColumn("baseline", .string, "Name of the scenario compared with."),
      .scenario, .event, .group, .level,
      TableColumn(
        "events", .number, unit: "real households",
        "Events of the scenario at durations at which the baseline has somebody at risk too, mean over replications."),
      TableColumn(
        "expected", .number, unit: "real households",
        "Events that it would have with the hazards of both runs together, mean over replications."),
      TableColumn(
        "score", .number, unit: "real households",
        "events minus expected: above 0 where the event comes earlier than in the baseline; for relapses those at risk "
          + "are other households in each."),
      TableColumn(
        "se", .number, unit: "real households", mayBeEmpty: true, "Standard error of the score between replications."),
      TableColumn(
        "ci_low", .number, unit: "real households", mayBeEmpty: true, "Lower end of the 95% interval of the score."),
      TableColumn(
        "ci_high", .number, unit: "real households", mayBeEmpty: true, "Upper end of the 95% interval of the score."),
      .replications,
      TableColumn(
        "p_value", .number, unit: "probability", mayBeEmpty: true,
        "Student's test of the score over replications; empty where it does not vary."),
      TableColumn(
        "classical_chi_square", .number, unit: "chi-square, 1 degree of freedom", mayBeEmpty: true,
        "The log-rank statistic, stratified by replication, for independent households; empty without events."),
      TableColumn(
        "classical_p_value", .number, unit: "probability", mayBeEmpty: true,
        "Probability of a larger statistic without a difference."),
      TableColumn(
        "variance_ratio", .number, unit: "variance between replications over classical variance", mayBeEmpty: true,
        "Below 1 common luck makes the classical test too cautious; above 1 neighbours make it too bold."),
    ],
    primaryKey: ["baseline", "scenario", "event", "group", "level"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    for (name, comparisons) in zip(summary.scenarioNames, summary.dynamics.spellComparisons).dropFirst() {
      for comparison in comparisons {
        let level = summary.groupLevels[comparison.groupLevel]
        try table.addRow { row in
          row.append(summary.scenarioNames[0])
          row.append(name)
          row.append(comparison.event.rawValue)
          row.append(level.group)
          row.append(level.level)
          row.append(comparison.events)
          row.append(comparison.expected)
          row.append(comparison.score)
          row.append(comparison.score.replications)
          row.append(comparison.probability)
          row.append(comparison.classicalChiSquare)
          row.append(comparison.classicalProbability)
          row.append(comparison.varianceRatio)
        }
      }
    }
  }
}
