internal import Experiments
internal import Households

/// `outcomes.csv` of a sweep: the measures of every run at its end.
enum SweepOutcomesTable {
  static let schema = TableSchema(
    name: "outcomes", summary: "Measures of all households at the end of each run.",
    columns: [
      .point, .scenario, .replication, .measure,
      .inUnit("value", "The value; empty where it is undefined."),
      .unit,
    ],
    primaryKey: ["point", "scenario", "replication", "measure"])

  static func write(_ outcome: PointOutcome, of plan: SweepPlan, to table: TableFile) throws(OutputError) {
    guard !outcome.values.isEmpty else { return }
    var index = 0
    for scenario in plan.scenarioNames {
      for replication in 1...plan.replications {
        for measure in plan.measures {
          try table.addRow { row in
            row.append(outcome.point + 1)
            row.append(scenario)
            row.append(replication)
            row.append(measure.name)
            row.append(outcome.values[index])
            row.append(measure.unit)
          }
          index += 1
        }
      }
    }
  }
}
