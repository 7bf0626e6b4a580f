internal import Experiments
internal import Households

/// `passage_times.csv`: how long it takes to come from each joint state to each other.
enum PassageTimesTable {
  static let schema = TableSchema(
    name: "passage_times",
    summary: "Mean time until each joint state is first reached from each other, and until a state is returned to.",
    columns: [
      .scenario, .jointState("from", "The state at the start"), .jointState("to", "The state that is reached"),
      .quarters("quarters", "Mean time until it is first reached; empty where that is not sure to happen."),
    ],
    primaryKey: ["scenario", "from", "to"])

  static func write(_ study: TrapStudy, to table: TableFile) throws(OutputError) {
    for scenario in study.scenarios {
      for (from, start) in scenario.states.enumerated() {
        for (to, end) in scenario.states.enumerated() {
          try table.addRow { row in
            row.append(scenario.scenarioName)
            row.append(start.state.name)
            row.append(end.state.name)
            row.append(supported: scenario.passageTimes[from + scenario.states.count * to])
          }
        }
      }
    }
  }
}
