internal import Experiments
internal import Households

/// `traps.csv`: the sets of states that are seldom left, and the numbers of each.
enum TrapsTable {
  static let schema = TableSchema(
    name: "traps",
    summary: """
      Sets of joint states that are seldom left, as found in the largest class of the first scenario, at one or two \
      resolutions, with the numbers of each and 95% intervals over replications (jackknife; shares on the scale of \
      log-odds, times on that of logarithms).
      """,
    columns: [
      .scenario, .resolution, .set,
      TableColumn(
        "name", .string,
        "The levels that set it apart; mostly: less than 95% of all households with these levels are in it."),
      TableColumn(
        "kind", .string,
        """
        trap where a smaller share of its households is out of dependency than of all households in the class in the \
        long run, or nobody is; otherwise way_out.
        """),
      TableColumn("members", .string, "Its joint states (economic/social/political), divided by spaces."),
      .measure,
      TableColumn("value", .number, unit: "as in column unit", mayBeEmpty: true, "The number."),
      TableColumn(
        "standard_error", .number, unit: "as in column unit", mayBeEmpty: true, "Its error over replications."),
      .low, .high, .unit,
    ],
    primaryKey: ["scenario", "resolution", "set", "measure"])

  static func write(_ study: TrapStudy, to table: TableFile) throws(OutputError) {
    for (index, scenario) in study.scenarios.enumerated() {
      for (resolution, partition) in study.partitions.enumerated() {
        for (set, described) in partition.sets.enumerated() {
          let members = JointState.all.filter { partition.setOfState[$0.index] == set }.map(\.name)
          for quantity in TrapQuantity.SetQuantity.allCases {
            let estimate = study.estimate(.set(resolution: resolution, set: set, quantity), scenario: index)
            try table.addRow { row in
              row.append(scenario.scenarioName)
              row.append(partition.sets.count)
              row.append(set + 1)
              row.append(described.name)
              row.append(described.isTrap ? "trap" : "way_out")
              row.append(members.joined(separator: " "))
              row.append(quantity.measure.name)
              row.append(supported: estimate)
              row.append(quantity.measure.unit)
            }
          }
        }
      }
    }
  }
}
