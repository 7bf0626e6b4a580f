internal import Experiments

/// `attribution.csv`: who changed because of a scenario, as means over replications.
enum AttributionTable {
  static let schema = TableSchema(
    name: "attribution",
    summary: """
      Who changed because of a scenario, as means over replications: every household at the end against itself in the \
      baseline, with the same luck.
      """,
    columns: [
      .scenario, .group, .level, .treatment, .measure,
      TableColumn("mean", .number, unit: "as in column unit", mayBeEmpty: true, "Mean over replications."),
      TableColumn("se", .number, unit: "as in column unit", mayBeEmpty: true, "Standard error of the mean."),
      TableColumn("ci_low", .number, unit: "as in column unit", mayBeEmpty: true, "Lower end of the 95% interval."),
      TableColumn("ci_high", .number, unit: "as in column unit", mayBeEmpty: true, "Upper end of the 95% interval."),
      .replications, .unit,
    ],
    primaryKey: ["scenario", "group", "level", "treatment", "measure"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    let cells = AttributionCell.all(of: summary.groupLevels)
    for (scenario, name) in summary.scenarioNames.enumerated().dropFirst() {
      for cell in cells {
        let found = summary.attribution(
          scenario: scenario, group: cell.groupIndex, treatment: cell.treatmentIndex, measure: cell.measureIndex)
        guard let estimate = found else { continue }
        try table.addRow { row in
          row.append(name)
          cell.appendKey(to: &row)
          row.append(estimate.mean)
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
