internal import Experiments
internal import Households

/// A row of `outcomes.csv` of a sweep: a measure of a run at its end.
struct SweepOutcomeRow: ReadableRow {
  var point = 0
  var scenario = "", measure = "", unit = ""
  var replication = 0
  var value = Double.nan

  static let blank = SweepOutcomeRow()
  static let table = Table(
    "outcomes", "Measures of all households at the end of each run.",
    key: ["point", "scenario", "replication", "measure"],
    [
      .point(\Self.point), .scenario(\.scenario), .replication(\.replication), .measure(\.measure),
      .inUnit("value", \.value, "The value; empty where it is undefined."), .unit(\.unit),
    ])

  static func write(_ outcome: PointOutcome, of plan: SweepPlan, to rows: RowWriter<Self>) throws(OutputError) {
    guard !outcome.values.isEmpty else { return }
    var index = 0
    for scenario in plan.scenarioNames {
      for replication in 1...plan.replications {
        for measure in plan.measures {
          try rows.add(
            SweepOutcomeRow(
              point: outcome.point + 1, scenario: scenario, measure: measure.name, unit: measure.unit,
              replication: replication, value: outcome.values[index]))
          index += 1
        }
      }
    }
  }

  /// The outcomes that a table holds, as they were written.
  static func outcomes(
    of plan: SweepPlan, directory: String, expected: FileDigest?
  ) throws(OutputError) -> SweepOutcomes {
    let reader = try TableReader<Self>(directory: directory)
    var outcomes = SweepOutcomes(plan: plan)
    let scenarios = places(plan.scenarioNames)
    let measures = places(plan.measures.map(\.name))
    while try reader.next() {
      let row = try reader.value()
      guard let scenario = scenarios[row.scenario], let measure = measures[row.measure],
        (1...plan.points).contains(row.point), (1...plan.replications).contains(row.replication)
      else { throw reader.failure("it is no outcome of this design") }
      outcomes.set(
        row.value, point: row.point - 1, scenario: scenario, replication: row.replication - 1, measure: measure)
    }
    try reader.end(expected)
    return outcomes
  }

  private static func places(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
