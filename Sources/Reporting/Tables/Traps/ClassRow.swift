internal import Experiments
internal import Households

/// A row of `classes.csv`: a class of joint states that all reach each other, and whether an exit can be made from it.
struct ClassRow: FindingsTable {
  let scenario: String
  let number: Int
  let found: TrapClass

  static let table = Table(
    "classes",
    """
    Classes of joint states that all reach each other by the moves that were seen; a household that has left a class \
    does not come back. Together they hold all household-quarters.
    """,
    key: ["scenario", "class"],
    [
      .scenario(\Self.scenario),
      .column("class", \.number, "Number of the class, from 1, by falling share; those left out last."),
      .column("name", \.found.name, "The levels that set it apart; all where it is the only one."),
      .column(
        "kind", \.found.kind.rawValue,
        """
        way_out where a durable exit can be made; trap_without_a_door where none can and the class is never left; \
        leads_into_a_trap where it is left for such traps and none was seen to be possible; seldom_seen where it was not \
        left and there are too few moves to tell whether it is; leads_to_seldom_seen where it is left for such states \
        alone. The states of the last two and the moves into them are left out, where there are others.
        """),
      .column(
        "members", \.found.states.names, "Its joint states (economic/social/political), divided by spaces."),
      .share(
        "share", of: "household-quarters", \.found.share,
        "How much of the run was spent in it, of all household-quarters."),
      .share(
        "share_out", of: "its household-quarters", \.found.shareOut, "How much of that was out of dependency."),
      .share(
        "exit_ever", of: "its households not out", \.found.chanceOfExit,
        "Chance of ever making a durable exit; empty where all are out or it is not known."),
      .share(
        "unseen_chance", of: "its households", \.found.unseenChance,
        """
        Chance of leaving it in a quarter with which nobody would have been seen to leave with a probability of 5%; 0 for \
        exact chances, empty for a class that was left or seldom seen.
        """),
    ])

  static func write(_ study: TrapStudy, to rows: RowWriter<Self>) throws(OutputError) {
    for scenario in study.scenarios {
      for (index, found) in scenario.classes.enumerated() {
        try rows.add(ClassRow(scenario: scenario.scenarioName, number: index + 1, found: found))
      }
    }
  }
}

extension [JointState] {
  /// Their names, divided by spaces.
  var names: String { map(\.name).joined(separator: " ") }
}
