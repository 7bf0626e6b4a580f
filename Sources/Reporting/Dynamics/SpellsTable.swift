internal import Experiments
internal import Households
internal import Statistics

/// `spells.csv`: how many households wait for an exit, a durable exit and a relapse, by quarters of waiting.
enum SpellsTable {
  static let schema = TableSchema(
    name: "spells",
    summary: """
      Households at risk of leaving dependency, of leaving it durably and of falling back, by quarters of waiting. Exits \
      are counted from the start among those not (durably) out then; relapses from the first exit since the start.
      """,
    columns: [
      .scenario, .replication, .event, .group, .level, .duration,
      TableColumn(
        "at_risk", .number, unit: "real households", "Those who have waited up to this quarter."
      ),
      TableColumn("events", .number, unit: "real households", "Those of them to whom it happened in this quarter."),
      TableColumn(
        "effective_at_risk", .number, unit: "simulated households",
        "Number of equally weighted simulated households that has the same errors as those at risk."),
    ],
    primaryKey: ["scenario", "replication", "event", "group", "level", "duration"])

  static func write(
    _ result: RunResult, of run: RunIdentity, groupLevels: [GroupLevel], to table: TableFile
  ) throws(OutputError) {
    guard let dynamics = result.dynamics else { return }
    for event in SpellEvent.allCases {
      for (index, level) in groupLevels.enumerated() {
        let position = HouseholdDynamics.position(of: event, groupLevel: index, levels: groupLevels.count)
        for (quarter, riskSet) in dynamics.spells[position].enumerated() {
          try table.addRow { row in
            row.append(run)
            row.append(event.rawValue)
            row.append(level.group)
            row.append(level.level)
            row.append(quarter + 1)
            row.append(riskSet.atRisk)
            row.append(riskSet.events)
            row.append(riskSet.effectiveNumber)
          }
        }
      }
    }
  }

  /// The spells of a run, as they were written.
  static func spells(
    of run: RunIdentity, groupLevels: [GroupLevel], from rows: RunRows
  ) throws(OutputError) -> [[RiskSet]] {
    var spells = [[RiskSet]](repeating: [], count: SpellEvent.allCases.count * groupLevels.count)
    let events = SpellEvent.allCases.map { Array($0.rawValue.utf8) }
    let groups = groupLevels.map { (group: Array($0.group.utf8), level: Array($0.level.utf8)) }
    let (event, group, level) = (try rows.column("event"), try rows.column("group"), try rows.column("level"))
    let (atRisk, happened) = (try rows.column("at_risk"), try rows.column("events"))
    let effective = try rows.column("effective_at_risk")
    // Rows of a curve follow each other, and curves follow each other in the order of positions.
    var position = 0
    try rows.forEach(of: run) { row throws(OutputError) in
      func isHere(_ position: Int) -> Bool {
        let names = groups[position % groups.count]
        return row.holds(names.level, in: level) && row.holds(names.group, in: group)
          && row.holds(events[position / groups.count], in: event)
      }
      guard let found = (position..<spells.count).first(where: isHere) else {
        throw rows.failure("\(row.text(level)) is not a level of \(row.text(group)) that could follow")
      }
      position = found
      spells[position].append(
        RiskSet(
          atRisk: try row.count(atRisk), events: try row.count(happened),
          effectiveNumber: try row.count(effective)))
    }
    return spells
  }
}

extension TableColumn {
  static let event = TableColumn(
    "event", .string,
    "exit (first quarter out of dependency), durable_exit (four successive quarters out) or relapse (first quarter back)."
  )
  static let duration = TableColumn(
    "duration", .integer, unit: "quarters", "Quarters of waiting: since the start, for a relapse since the exit.")
}
