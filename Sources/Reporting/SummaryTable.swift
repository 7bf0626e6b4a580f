internal import Experiments

/// `summary.csv`: means over replications with their errors.
enum SummaryTable {
  static let schema = TableSchema(
    name: "summary",
    summary: """
      Means over replications, with Student's 95% intervals: of shares on the scale of log-odds, exact for 0 and 1, of \
      durations, ratios and amounts on that of logarithms, of balances on the plain one.
      """,
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
      for quarter in summary.quarters.indices {
        for cell in SummaryCell.groups(of: summary, quarter: quarter) {
          let estimate = summary.estimate(
            scenario: scenario, quarter: quarter, group: cell.levelIndex, measure: cell.measureIndex)
          try addRow(name, cell, estimate, to: table)
        }
        for cell in SummaryCell.programmes(of: summary, scenario: scenario, quarter: quarter) {
          let estimate = summary.programmeEstimate(
            scenario: scenario, quarter: quarter, programme: cell.levelIndex, measure: cell.measureIndex)
          if let estimate { try addRow(name, cell, estimate, to: table) }
        }
      }
    }
  }

  private static func addRow(
    _ scenario: String, _ cell: SummaryCell, _ estimate: Estimate, to table: TableFile
  ) throws(OutputError) {
    try table.addRow { row in
      row.append(scenario)
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
