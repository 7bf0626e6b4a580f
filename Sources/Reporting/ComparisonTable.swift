internal import Experiments

/// `comparison.csv`: differences from the baseline, paired within replications.
enum ComparisonTable {
  static let schema = TableSchema(
    name: "comparison", summary: "Differences of scenarios from the baseline, paired within replications.",
    columns: [
      TableColumn("baseline", .string, "Name of the scenario compared with."),
      .scenario, .quarter, .group, .level, .measure,
      TableColumn("baseline_mean", .number, unit: "as in column unit", mayBeEmpty: true, "Mean of the baseline."),
      TableColumn("scenario_mean", .number, unit: "as in column unit", mayBeEmpty: true, "Mean of the scenario."),
      TableColumn(
        "difference", .number, unit: "as in column unit", mayBeEmpty: true,
        "Mean over replications of scenario minus baseline."),
      TableColumn(
        "percent", .number, unit: "percent of baseline_mean", mayBeEmpty: true,
        "The difference relative to the baseline; empty where that is 0."),
      TableColumn(
        "ratio", .number, unit: "scenario_mean / baseline_mean", mayBeEmpty: true,
        "Scenario over baseline; empty where the baseline is 0."),
      TableColumn(
        "ratio_ci_low", .number, unit: "scenario_mean / baseline_mean", mayBeEmpty: true,
        "Lower end of Fieller's 95% interval; empty where it is not bounded."),
      TableColumn(
        "ratio_ci_high", .number, unit: "scenario_mean / baseline_mean", mayBeEmpty: true,
        "Upper end of Fieller's 95% interval; empty where it is not bounded."),
      TableColumn(
        "se", .number, unit: "as in column unit", mayBeEmpty: true,
        "Standard error of the difference, from the paired differences."),
      TableColumn("ci_low", .number, unit: "as in column unit", mayBeEmpty: true, "Lower end of the 95% interval."),
      TableColumn("ci_high", .number, unit: "as in column unit", mayBeEmpty: true, "Upper end of the 95% interval."),
      TableColumn(
        "ci_low_family", .number, unit: "as in column unit", mayBeEmpty: true,
        "Lower end of the interval that covers with 95% for all scenarios compared together (Bonferroni)."),
      TableColumn(
        "ci_high_family", .number, unit: "as in column unit", mayBeEmpty: true,
        "Upper end of the interval that covers with 95% for all scenarios compared together (Bonferroni)."),
      TableColumn(
        "variance_reduction", .number, unit: "variance of unpaired over paired differences", mayBeEmpty: true,
        "What common luck saves: unpaired runs would need so many times as many replications."),
      .replications, .unit,
    ],
    primaryKey: ["baseline", "scenario", "quarter", "group", "level", "measure"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    for (scenario, name) in summary.scenarioNames.enumerated().dropFirst() {
      for quarter in summary.quarters.indices {
        for cell in SummaryCell.groups(of: summary, quarter: quarter) {
          let comparison = summary.comparison(
            scenario: scenario, quarter: quarter, group: cell.levelIndex, measure: cell.measureIndex)
          try table.addRow { row in
            row.append(summary.scenarioNames[0])
            row.append(name)
            cell.appendKey(to: &row)
            row.append(comparison.baselineMean)
            row.append(comparison.scenarioMean)
            row.append(comparison.difference.mean)
            row.append(comparison.percent)
            row.append(comparison.ratio)
            row.append(comparison.ratioLow)
            row.append(comparison.ratioHigh)
            row.append(comparison.difference.standardError)
            row.append(comparison.difference.low)
            row.append(comparison.difference.high)
            row.append(comparison.familyLow)
            row.append(comparison.familyHigh)
            row.append(comparison.varianceReduction)
            row.append(comparison.difference.replications)
            row.append(cell.unit)
          }
        }
      }
    }
  }
}
