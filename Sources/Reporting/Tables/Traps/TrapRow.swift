internal import Experiments
internal import Households

/// A row of `traps.csv`: a number of a set of states that is seldom left.
struct TrapRow: FindingsTable {
  let scenario: String
  /// How many sets the states are divided into.
  let resolution: Int
  let number: Int
  let found: TrapSet
  let members: [JointState]
  let quantity: TrapQuantity.SetQuantity
  let estimate: Estimate

  static let table = Table(
    "traps",
    """
    Sets of joint states that are seldom left, as found in the largest class of the first scenario, at one or two \
    resolutions, with the numbers of each and 95% intervals over replications (jackknife; shares on the scale of \
    log-odds, times on that of logarithms).
    """,
    key: ["scenario", "resolution", "set", "measure"],
    [
      .scenario(\Self.scenario),
      .column("resolution", \.resolution, unit: "sets", "How many sets the states are divided into."),
      .column("set", \.number, "Number of the set within its resolution, from 1."),
      .column(
        "name", \.found.name,
        "The levels that set it apart; mostly: less than 95% of all households with these levels are in it."),
      .column(
        "kind", \.kind,
        """
        trap where a smaller share of its households is out of dependency than of all households in the class in the \
        long run, or nobody is; otherwise way_out.
        """),
      .column("members", \.members.names, "Its joint states (economic/social/political), divided by spaces."),
      .measure(\.quantity.measure.name), .value(\.estimate), .unit(\.quantity.measure.unit),
    ])

  private var kind: String { found.isTrap ? "trap" : "way_out" }

  static func write(_ study: TrapStudy, to rows: RowWriter<Self>) throws(OutputError) {
    for (index, scenario) in study.scenarios.enumerated() {
      for (resolution, partition) in study.partitions.enumerated() {
        for (number, set) in partition.sets.enumerated() {
          let members = JointState.all.filter { partition.setOfState[$0.index] == number }
          for quantity in TrapQuantity.SetQuantity.allCases {
            let estimate = study.estimate(.set(resolution: resolution, set: number, quantity), scenario: index)
            try rows.add(
              TrapRow(
                scenario: scenario.scenarioName, resolution: partition.sets.count, number: number + 1, found: set,
                members: members, quantity: quantity, estimate: estimate))
          }
        }
      }
    }
  }
}
