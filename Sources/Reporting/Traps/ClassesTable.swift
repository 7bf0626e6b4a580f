internal import Experiments
internal import Households

/// `classes.csv`: the classes of joint states that all reach each other, and whether an exit can be made from them.
enum ClassesTable {
  static let schema = TableSchema(
    name: "classes",
    summary: """
      Classes of joint states that all reach each other by the moves that were seen; a household that has left a class \
      does not come back. Together they hold all household-quarters.
      """,
    columns: [
      .scenario,
      TableColumn("class", .integer, "Number of the class, from 1, by falling share; those left out last."),
      TableColumn("name", .string, "The levels that set it apart; all where it is the only one."),
      TableColumn(
        "kind", .string,
        """
        way_out where a durable exit can be made; trap_without_a_door where none can and the class is never left; \
        leads_into_a_trap where it is left for such traps and none was seen to be possible; seldom_seen where it was not \
        left and there are too few moves to tell whether it is; leads_to_seldom_seen where it is left for such states \
        alone. The states of the last two and the moves into them are left out, where there are others.
        """),
      TableColumn("members", .string, "Its joint states (economic/social/political), divided by spaces."),
      .share("share", of: "household-quarters", "How much of the run was spent in it, of all household-quarters."),
      .share("share_out", of: "its household-quarters", "How much of that was out of dependency."),
      .share(
        "exit_ever", of: "its households not out",
        "Chance of ever making a durable exit; empty where all are out or it is not known."),
      .share(
        "unseen_chance", of: "its households",
        """
        Chance of leaving it in a quarter with which nobody would have been seen to leave with a probability of 5%; 0 for \
        exact chances, empty for a class that was left or seldom seen.
        """),
    ],
    primaryKey: ["scenario", "class"])

  static func write(_ study: TrapStudy, to table: TableFile) throws(OutputError) {
    for scenario in study.scenarios {
      for (number, described) in scenario.classes.enumerated() {
        try table.addRow { row in
          row.append(scenario.scenarioName)
          row.append(number + 1)
          row.append(described.name)
          row.append(described.kind.rawValue)
          row.append(described.states.map(\.name).joined(separator: " "))
          row.append(supported: described.share)
          row.append(supported: described.shareOut)
          row.append(supported: described.chanceOfExit)
          row.append(supported: described.unseenChance)
        }
      }
    }
  }
}
