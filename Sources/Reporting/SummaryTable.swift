internal import Experiments

/// `summary.csv`: means over replications with their errors.
enum SummaryTable {
  static let schema = TableSchema(
    name: "summary", summary: "Means over replications, with Student's 95% intervals.",
    columns: [
      .scenario, .quarter, .group, .level, .measure,
      TableColumn("mean", .number, unit: "as in column unit", mayBeEmpty: true, "Mean over replications."),
      TableColumn(
        "sd", .number, unit: "as in column unit", mayBeEmpty: true, "Standard deviation between replications."),
      TableColumn("se", .number, unit: "as in column unit", mayBeEmpty: true, "Standard error of the mean."),
      TableColumn("ci_low", .number, unit: "as in column unit", mayBeEmpty: true, "Lower end of the 95% interval."),
      TableColumn("ci_high", .number, unit: "as in column unit", mayBeEmpty: true, "Upper end of the 95% interval."),
      .replications, .unit,
    ],
    primaryKey: ["scenario", "quarter", "group", "level", "measure"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    for (scenario, name) in summary.scenarioNames.enumerated() {
      for cell in SummaryCell.all(of: summary) {
        let estimate = summary.estimate(
          scenario: scenario, quarter: cell.quarterIndex, group: cell.groupIndex, measure: cell.measureIndex)
        try table.addRow { row in
          row.append(name)
          cell.appendKey(to: &row)
          row.append(estimate.mean)
          row.append(estimate.standardDeviation)
          row.append(estimate.standardError)
          row.append(estimate.low)
          row.append(estimate.high)
          row.append(estimate.replications)
          row.append(cell.unit)
        }
      }
    }
  }
}
