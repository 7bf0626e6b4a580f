internal import Experiments
internal import Households

/// `outcomes.csv`: every measure of every group at every observed quarter of every run.
enum OutcomesTable {
  static let schema = TableSchema(
    name: "outcomes", summary: "Measures of each run, by group, at the observed quarters.",
    columns: [
      .scenario, .replication, .quarter, .group, .level, .measure,
      TableColumn(
        "value", .number, unit: "as in column unit", mayBeEmpty: true,
        "The value; empty where the group has no households or the measure is undefined."),
      .unit,
    ],
    primaryKey: ["scenario", "replication", "quarter", "group", "level", "measure"])

  static func write(
    _ result: RunResult, of run: RunIdentity, groupLevels: [GroupLevel], measures: [Measure], to table: TableFile
  ) throws(OutputError) {
    for observation in result.observations {
      for (groupIndex, level) in groupLevels.enumerated() {
        for (measureIndex, measure) in measures.enumerated() {
          try table.addRow { row in
            row.append(run.scenarioName)
            row.append(run.replication)
            row.append(observation.quarter)
            row.append(level.group)
            row.append(level.level)
            row.append(measure.name)
            row.append(observation.values[measureIndex + groupIndex * measures.count])
            row.append(measure.unit)
          }
        }
      }
    }
  }
}
