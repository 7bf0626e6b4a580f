internal import Experiments
internal import Households
internal import Statistics

/// A row of `spells.csv`: how many households wait for an event at a duration, and to how many it happens.
struct SpellEntry: ReplayedTable {
  var event = SpellEvent.exit
  var group = "", level = ""
  var duration = 0
  var riskSet = RiskSet()

  static let blank = SpellEntry()
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
    for (curve, spells) in zip(curves(rows.dataset), dynamics.spells) {
      for (quarter, riskSet) in spells.enumerated() {
        try rows.add(
          SpellEntry(
            event: curve.event, group: curve.level.group, level: curve.level.level, duration: quarter + 1,
            riskSet: riskSet))
      }
    }
  }

  /// The curves in the order of positions.
  private static func curves(_ dataset: Dataset) -> [(event: SpellEvent, level: GroupLevel)] {
    SpellEvent.allCases.flatMap { event in dataset.groupLevels.map { (event, $0) } }
  }

  /// Rows of a curve follow each other, and curves follow each other in the order of positions.
  static func replay(_ rows: RunRows<Self>, into result: inout RunResult) throws(OutputError) {
    let curves = curves(rows.dataset)
    var spells = [[RiskSet]](repeating: [], count: curves.count)
    var position = 0
    try rows.forEach { row throws(OutputError) in
      func isHere(_ position: Int) -> Bool {
        let (event, level) = curves[position]
        return row.level == level.level && row.group == level.group && row.event == event
      }
      guard let found = (position..<curves.count).first(where: isHere) else {
        throw rows.failure("\(row.level) is not a level of \(row.group) that could follow")
      }
      position = found
      spells[position].append(row.riskSet)
    }
    result.dynamics?.spells = spells
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
