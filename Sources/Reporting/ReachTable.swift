internal import Experiments
internal import Households

/// `reach.csv`: how far each programme has come with the households of its area.
enum ReachTable {
  static let schema = TableSchema(
    name: "reach",
    summary: """
      How far each programme that has something for households has come with them by the end of each run: where it stops \
      tells why a programme serves few or nobody.
      """,
    columns: [
      .scenario, .replication,
      TableColumn("programme", .string, "The programme."),
      TableColumn(
        "eligible", .number, unit: "households",
        "Real households on its list when that was longest, or all whose turn came, where these are more."
      ),
      TableColumn(
        "barred", .number, unit: "households",
        "Of these, those whose turn came and that could not be registered; they are not among those that follow."),
      TableColumn(
        "offered", .number, unit: "households",
        "Real households whose turn came, while there were places, and that could be registered."),
      TableColumn("willing", .number, unit: "households", "Of these, those that took up any of the package."),
      TableColumn(
        "afforded", .number, unit: "households", "Of these, those for which there was money: they are enrolled."),
      TableColumn("served", .number, unit: "households", "Of these, those that received anything."),
    ],
    primaryKey: ["scenario", "replication", "programme"])

  static func write(_ result: RunResult, of run: RunIdentity, to table: TableFile) throws(OutputError) {
    for reach in result.reach {
      try table.addRow { row in
        row.append(run)
        row.append(reach.programme)
        row.append(reach.eligible)
        row.append(reach.barred)
        row.append(reach.offered)
        row.append(reach.willing)
        row.append(reach.afforded)
        row.append(reach.served)
      }
    }
  }

  /// How far the programmes of a run have come, as it was written.
  static func entries(of run: RunIdentity, from rows: RunRows) throws(OutputError) -> [ProgrammeReach] {
    var entries: [ProgrammeReach] = []
    try rows.forEach(of: run) { row throws(OutputError) in
      entries.append(
        ProgrammeReach(
          programme: row.text(try rows.column("programme")), eligible: try row.count(rows.column("eligible")),
          barred: try row.count(rows.column("barred")), offered: try row.count(rows.column("offered")),
          willing: try row.count(rows.column("willing")), afforded: try row.count(rows.column("afforded")),
          served: try row.count(rows.column("served"))))
    }
    return entries
  }
}
