internal import Experiments
internal import Households

/// `counterfactuals.csv`: who changed because of a scenario, by replication.
enum CounterfactualsTable {
  static let schema = TableSchema(
    name: "counterfactuals",
    summary: """
      Who changed because of a scenario, by replication: every household at the end against itself in the baseline, \
      with the same luck.
      """,
    columns: [
      .scenario, .replication, .group, .level, .treatment, .measure,
      TableColumn(
        "value", .number, unit: "as in column unit", mayBeEmpty: true,
        "The value; empty for a mean or share of nobody."),
      .unit,
    ],
    primaryKey: ["scenario", "replication", "group", "level", "treatment", "measure"])

  static func write(
    _ result: RunResult, of run: RunIdentity, groupLevels: [GroupLevel], to table: TableFile
  ) throws(OutputError) {
    guard !result.attribution.isEmpty else { return }
    for cell in AttributionCell.all(of: groupLevels) {
      try table.addRow { row in
        row.append(run)
        cell.appendKey(to: &row)
        row.append(result.attribution[cell.position])
        row.append(cell.unit)
      }
    }
  }
}
