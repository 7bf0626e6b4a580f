internal import Experiments
internal import Households
internal import Notation

/// `unreached.csv`: which programmes have reached nobody at which points.
enum UnreachedTable {
  static let schema = TableSchema(
    name: "unreached",
    summary: """
      Programmes that have served nobody in any replication of a point, or have left out a part of their package.
      """,
    columns: [
      .point, .scenario,
      TableColumn("programme", .string, "The programme."),
      TableColumn("sentence", .string, "Whom it has not reached, why, and how far it has come."),
    ],
    primaryKey: ["point", "scenario", "programme"])

  static func write(_ outcome: PointOutcome, to table: TableFile) throws(OutputError) {
    for (scenario, programme, text) in ReachWarnings.sentences(outcome.reaches, outcome.scenarios) {
      try table.addRow { row in
        row.append(outcome.point + 1)
        row.append(scenario)
        row.append(programme)
        row.append(text)
      }
    }
  }

  /// What all points together say, in the order in which it was first said: one warning for each programme.
  /// - Parameters:
  ///   - directory: where the table is.
  ///   - points: how many points were run.
  ///   - expected: what the table holds.
  /// - Returns: the warnings.
  /// - Throws: `OutputError.cannotRead`.
  static func warnings(directory: String, points: Int, expected: FileDigest?) throws(OutputError) -> [Warning] {
    let path = directory + "/" + schema.fileName
    let reader = try CSVReader(path: path, digesting: true)
    var found: [(programme: [String], count: Int, point: String, sentence: String)] = []
    guard try reader.next() else { return [] }
    while try reader.next() {
      let row = reader.row
      guard row.count == schema.columns.count else {
        throw .cannotRead(path: path, reason: "line \(reader.line) tells of no programme")
      }
      let programme = [row[1], row[2]]
      if let index = found.firstIndex(where: { $0.programme == programme }) {
        found[index].count += 1
      } else {
        found.append((programme, 1, row[0], row[3]))
      }
    }
    if let expected, try !reader.hasRead(expected) {
      throw .cannotRead(path: path, reason: "it changes while it is read")
    }
    return found.map {
      Warning(.reach, "at \($0.count) of \(points) points \($0.sentence); first at point \($0.point)")
    }
  }
}
