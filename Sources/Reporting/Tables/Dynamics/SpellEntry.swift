internal import Experiments
internal import Households
internal import Statistics

/// A row of `spells.csv`: how many households wait for an event at a duration, and to how many it happens.
struct SpellEntry: RunTable {
  var event = SpellEvent.exit
  var group = "", level = ""
  var duration = 0
  var riskSet = RiskSet()

  static let needs = Dataset.Parts.groups
  static let table = Table(
    ofRuns: "spells",
    """
    Households at risk of leaving dependency, of leaving it durably and of falling back, by quarters of waiting. Exits \
    are counted from the start among those not (durably) out then; relapses from the first exit since the start.
    """,
    key: ["event", "group", "level", "duration"],
    [
      .event(\RunRow<Self>.entry.event), .group(\.entry.group), .level(\.entry.level), .duration(\.entry.duration),
      .column(
        "at_risk", \.entry.riskSet.atRisk, unit: "real households", isCount: true,
        "Those who have waited up to this quarter."),
      .column(
        "events", \.entry.riskSet.events, unit: "real households", isCount: true,
        "Those of them to whom it happened in this quarter."),
      .column(
        "effective_at_risk", \.entry.riskSet.effectiveNumber, unit: "simulated households", isCount: true,
        "Number of equally weighted simulated households that has the same errors as those at risk."),
    ])

  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {
    guard let dynamics = result.dynamics else { return }
    let count = rows.dataset.groupLevels.count
    for (position, event) in SpellEvent.allCases.enumerated() {
      for (index, level) in rows.dataset.groupLevels.enumerated() {
        for (quarter, riskSet) in dynamics.spells[index + count * position].enumerated() {
          try rows.add(
            SpellEntry(event: event, group: level.group, level: level.level, duration: quarter + 1, riskSet: riskSet))
        }
      }
    }
  }
}

extension SpellEvent: Cell {}

extension Columns {
  static func event(_ path: KeyPath<Row, SpellEvent>) -> Columns {
    .column(
      "event", path,
      "exit (first quarter out of dependency), durable_exit (four successive quarters out) or relapse (first quarter back)."
    )
  }

  static func duration(_ path: KeyPath<Row, Int>) -> Columns {
    .column(
      "duration", path, unit: "quarters", "Quarters of waiting: since the start, for a relapse since the exit.")
  }
}
