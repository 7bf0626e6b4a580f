internal import Experiments
internal import Households

/// `panel.csv`: who is poor in which years, chronic and transient poverty, entry and exit, by replication.
enum PanelTable {
  static let schema = TableSchema(
    name: "panel",
    summary: "Measures of a panel that visits every household at the start and at every year's end, by replication.",
    columns: [
      .scenario, .replication, .group, .level, .measure,
      TableColumn(
        "value", .number, unit: "as in column unit", mayBeEmpty: true,
        "The value; empty where the group has nobody or the measure is undefined."),
      .unit,
    ],
    primaryKey: ["scenario", "replication", "group", "level", "measure"])

  static func write(
    _ result: RunResult, of run: RunIdentity, groupLevels: [GroupLevel], to table: TableFile
  ) throws(OutputError) {
    guard let dynamics = result.dynamics else { return }
    for (levelIndex, level) in groupLevels.enumerated() {
      for (index, measure) in HouseholdDynamics.panelMeasures.enumerated() {
        try table.addRow { row in
          row.append(run)
          row.append(level.group)
          row.append(level.level)
          row.append(measure.name)
          row.append(dynamics.panel[index + HouseholdDynamics.panelMeasures.count * levelIndex])
          row.append(measure.unit)
        }
      }
    }
  }
}
