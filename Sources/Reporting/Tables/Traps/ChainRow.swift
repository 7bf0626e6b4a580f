internal import Experiments
internal import Households

/// A row of `chain.csv`: a joint state, how many households are in it, and how long the way out is from there.
struct ChainRow: FindingsTable {
  let scenario: String
  let state: TrapAnalysis.State

  static let table = Table(
    "chain",
    """
    Joint states: shares in the run and in the long run, and the time until a durable exit (out of dependency for four \
    successive quarters; from a state out of dependency, when it is in its first quarter there). Numbers have ten \
    significant digits, which is what the refined solutions support.
    """,
    key: ["scenario", "state"],
    [
      .scenario(\Self.scenario), .jointState("state", \.state.state.name, "The joint state"),
      .share(
        "occupancy", of: "household-quarters", \.state.occupancy,
        "How much of the run was spent in it, of the household-quarters in the states kept."),
      .share(
        "stationary", of: "households", \.state.stationary,
        "How many are in it in the long run, of the households in the states kept."),
      .share(
        "quasi_stationary", of: "households without a durable exit", \.state.quasiStationary,
        """
        How many of those that have not made a durable exit, and will, are in it in the long run, of the households in \
        the states kept.
        """),
      .quarters(
        "quarters_to_exit", \.state.quartersToExit,
        "Mean time until a durable exit, of those who make one in the end; empty where nobody does."),
      .supported(
        "variance_of_quarters_to_exit", \.state.varianceOfQuartersToExit, unit: "quarters squared",
        "Variance of that time."),
      .share(
        "exit_within_1_year", of: "households", \.state.exitWithin[0], "Chance of a durable exit within 4 quarters."),
      .share(
        "exit_within_5_years", of: "households", \.state.exitWithin[1],
        "Chance of a durable exit within 20 quarters."),
      .share(
        "exit_within_10_years", of: "households", \.state.exitWithin[2],
        "Chance of a durable exit within 40 quarters."),
      .share("exit_ever", of: "households", \.state.exitEver, "Chance of ever making a durable exit."),
    ])

  static func write(_ study: TrapStudy, to rows: RowWriter<Self>) throws(OutputError) {
    for scenario in study.scenarios {
      for state in scenario.states { try rows.add(ChainRow(scenario: scenario.scenarioName, state: state)) }
    }
  }
}
