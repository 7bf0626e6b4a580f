internal import Experiments
internal import Households

/// `outcomes.csv`: every measure of every group and of every programme at every observed quarter of every run.
enum OutcomesTable {
  static let schema = TableSchema(
    name: "outcomes", summary: "Measures of each run, by group and by programme, at the observed quarters.",
    columns: [
      .scenario, .replication, .quarter, .group, .level, .measure,
      TableColumn(
        "value", .number, unit: "as in column unit", mayBeEmpty: true,
        "The value; empty where the group has no households or the measure is undefined."),
      .unit,
    ],
    primaryKey: ["scenario", "replication", "quarter", "group", "level", "measure"])

  static func write(
    _ result: RunResult, of run: RunIdentity, groupLevels: [GroupLevel], measures: [Measure], programmes: [String],
    to table: TableFile
  ) throws(OutputError) {
    let groups = groupLevels.map { ($0.group, $0.level) }
    let programmes = programmes.map { (TableColumn.programmeGroup, $0) }
    for observation in result.observations {
      try write(observation.values, levels: groups, measures, at: observation.quarter, of: run, to: table)
      guard !observation.programmeValues.isEmpty else { continue }
      try write(
        observation.programmeValues, levels: programmes, Model.programmeMeasures, at: observation.quarter, of: run,
        to: table)
    }
  }

  private static func write(
    _ values: [Double], levels: [(group: String, level: String)], _ measures: [Measure], at quarter: Int,
    of run: RunIdentity, to table: TableFile
  ) throws(OutputError) {
    for (levelIndex, level) in levels.enumerated() {
      for (measureIndex, measure) in measures.enumerated() {
        try table.addRow { row in
          row.append(run)
          row.append(quarter)
          row.append(level.group)
          row.append(level.level)
          row.append(measure.name)
          row.append(values[measureIndex + levelIndex * measures.count])
          row.append(measure.unit)
        }
      }
    }
  }
}
