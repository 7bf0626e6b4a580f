internal import Experiments
internal import Households

extension SweepOutcomesTable {
  /// The outcomes that a table holds, as they were written.
  /// - Parameters:
  ///   - plan: what is run.
  ///   - directory: where the table is.
  ///   - expected: what the table holds.
  /// - Returns: the outcomes.
  /// - Throws: `OutputError.cannotRead`.
  static func outcomes(
    of plan: SweepPlan, directory: String, expected: FileDigest?
  ) throws(OutputError) -> SweepOutcomes {
    let path = directory + "/" + schema.fileName
    let reader = try CSVReader(path: path, digesting: true)
    var outcomes = SweepOutcomes(plan: plan)
    let scenarios = places(plan.scenarioNames)
    let measures = places(plan.measures.map(\.name))
    guard try reader.next() else { return outcomes }
    while try reader.next() {
      let row = reader.row
      guard row.count == schema.columns.count, let point = Int(row[0]), let scenario = scenarios[row[1]],
        let replication = Int(row[2]), let measure = measures[row[3]], let value = row.number(at: 4),
        (1...plan.points).contains(point), (1...plan.replications).contains(replication)
      else { throw .cannotRead(path: path, reason: "line \(reader.line) is no outcome of this design") }
      outcomes.set(value, point: point - 1, scenario: scenario, replication: replication - 1, measure: measure)
    }
    if let expected, try !reader.hasRead(expected) {
      throw .cannotRead(path: path, reason: "it changes while it is read")
    }
    return outcomes
  }

  private static func places(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
