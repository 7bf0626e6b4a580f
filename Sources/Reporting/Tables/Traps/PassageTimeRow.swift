internal import Experiments
internal import Households

/// A row of `passage_times.csv`: how long it takes to come from one joint state to another.
struct PassageTimeRow: FindingsTable {
  let scenario: String
  let from: JointState
  let to: JointState
  let quarters: Double

  static let table = Table(
    "passage_times",
    "Mean time until each joint state is first reached from each other, and until a state is returned to.",
    key: ["scenario", "from", "to"],
    [
      .scenario(\Self.scenario), .jointState("from", \.from.name, "The state at the start"),
      .jointState("to", \.to.name, "The state that is reached"),
      .quarters(
        "quarters", \.quarters, "Mean time until it is first reached; empty where that is not sure to happen."),
    ])

  static func write(_ study: TrapStudy, to rows: RowWriter<Self>) throws(OutputError) {
    for scenario in study.scenarios {
      for (from, start) in scenario.states.enumerated() {
        for (to, end) in scenario.states.enumerated() {
          try rows.add(
            PassageTimeRow(
              scenario: scenario.scenarioName, from: start.state, to: end.state,
              quarters: scenario.passageTimes[from + scenario.states.count * to]))
        }
      }
    }
  }
}
