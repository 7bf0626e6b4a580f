internal import Experiments
internal import Households

/// `chain.csv`: the joint states, how many households are in them, and how long the way out is from there.
enum ChainTable {
  static let schema = TableSchema(
    name: "chain",
    summary: """
      Joint states: shares in the run and in the long run, and the time until a durable exit (out of dependency for four \
      successive quarters; from a state out of dependency, when it is in its first quarter there). Numbers have ten \
      significant digits, which is what the refined solutions support.
      """,
    columns: [
      .scenario, .jointState("state", "The joint state"),
      .share(
        "occupancy", of: "household-quarters",
        "How much of the run was spent in it, of the household-quarters in the states kept."),
      .share(
        "stationary", of: "households",
        "How many are in it in the long run, of the households in the states kept."),
      .share(
        "quasi_stationary", of: "households without a durable exit",
        """
        How many of those that have not made a durable exit, and will, are in it in the long run, of the households in \
        the states kept.
        """),
      .quarters(
        "quarters_to_exit", "Mean time until a durable exit, of those who make one in the end; empty where nobody does."
      ),
      TableColumn(
        "variance_of_quarters_to_exit", .number, unit: "quarters squared", mayBeEmpty: true,
        "Variance of that time."),
      .share("exit_within_1_year", of: "households", "Chance of a durable exit within 4 quarters."),
      .share("exit_within_5_years", of: "households", "Chance of a durable exit within 20 quarters."),
      .share("exit_within_10_years", of: "households", "Chance of a durable exit within 40 quarters."),
      .share("exit_ever", of: "households", "Chance of ever making a durable exit."),
    ],
    primaryKey: ["scenario", "state"])

  static func write(_ study: TrapStudy, to table: TableFile) throws(OutputError) {
    for scenario in study.scenarios {
      for state in scenario.states {
        try table.addRow { row in
          row.append(scenario.scenarioName)
          row.append(state.state.name)
          row.append(supported: state.occupancy)
          row.append(supported: state.stationary)
          row.append(supported: state.quasiStationary)
          row.append(supported: state.quartersToExit)
          row.append(supported: state.varianceOfQuartersToExit)
          for chance in state.exitWithin { row.append(supported: chance) }
          row.append(supported: state.exitEver)
        }
      }
    }
  }
}
