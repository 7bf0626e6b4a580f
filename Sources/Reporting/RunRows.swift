internal import Experiments

/// The rows of a table, handed out run by run in the order in which they were written.
final class RunRows {
  /// The table's file.
  let fileName: String
  private let reader: CSVReader
  private let path: String
  private let columns: [String: Int]
  private let scenario: Int
  private let replication: Int
  private var hasRow: Bool

  /// Opens a table whose rows tell their scenario and replication.
  init(_ schema: TableSchema, directory: String) throws(OutputError) {
    fileName = schema.fileName
    path = directory + "/" + fileName
    reader = try CSVReader(path: path, digesting: true)
    guard try reader.next() else { throw .cannotRead(path: path, reason: "it has no header") }
    columns = Dictionary(reader.row.cells.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    guard let scenario = columns["scenario"], let replication = columns["replication"] else {
      throw .cannotRead(path: path, reason: "it has no columns scenario and replication")
    }
    self.scenario = scenario
    self.replication = replication
    hasRow = try reader.next()
  }

  /// Where a column stands.
  func column(_ name: String) throws(OutputError) -> Int {
    guard let index = columns[name] else { throw .cannotRead(path: path, reason: "it has no column \(name)") }
    return index
  }

  /// Goes through the rows of the next run; none where that run has left none.
  func forEach(of run: RunIdentity, _ body: (Row) throws(OutputError) -> Void) throws(OutputError) {
    let name = Array(run.scenarioName.utf8)
    let number = Array(run.replication.description.utf8)
    while hasRow {
      guard reader.row.count == columns.count else { throw failure("it has not \(columns.count) cells") }
      guard reader.row.holds(number, at: replication), reader.row.holds(name, at: scenario) else { return }
      try body(Row(rows: self))
      hasRow = try reader.next()
    }
  }

  /// Checks that all rows have been handed out, and that they were read from these bytes.
  /// - Throws: `OutputError.cannotRead`, with the line that nobody has asked for.
  func end(_ expected: FileDigest?) throws(OutputError) {
    guard !hasRow else { throw failure("it is out of order, or of a run that is not there") }
    guard let expected, try !reader.hasRead(expected) else { return }
    throw .cannotRead(path: path, reason: "it changes while it is read")
  }

  /// Complains of the row that is being looked at.
  func failure(_ reason: String) -> OutputError {
    .cannotRead(path: path, reason: "line \(reader.line): \(reason)")
  }

  /// The row that is being looked at.
  struct Row {
    fileprivate let rows: RunRows

    /// The cell of a column.
    func text(_ column: Int) -> String { rows.reader.row[column] }

    /// Whether the cell of a column is a text.
    func holds(_ text: [UInt8], in column: Int) -> Bool { rows.reader.row.holds(text, at: column) }

    /// The number of a column; NaN where the cell is empty.
    func number(_ column: Int) throws(OutputError) -> Double {
      guard let number = rows.reader.row.number(at: column) else {
        throw rows.failure("\(text(column)) is not a number")
      }
      return number
    }

    /// The number of a column that counts something: finite and not negative.
    func count(_ column: Int) throws(OutputError) -> Double {
      guard let count = rows.reader.row.count(at: column) else {
        throw rows.failure("\(text(column)) is not a number of 0 or more")
      }
      return count
    }

    /// The whole number of a column.
    func whole(_ column: Int) throws(OutputError) -> Int {
      guard let whole = Int(text(column)) else { throw rows.failure("\(text(column)) is not a whole number") }
      return whole
    }
  }
}
