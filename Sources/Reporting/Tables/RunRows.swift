internal import Experiments

/// The rows of a table of runs, handed out run by run in the order in which they were written.
final class RunRows<Entry: RunEntry> {
  /// The table's file.
  var fileName: String { reader.fileName }
  let dataset: Dataset
  /// The run whose rows are handed out.
  var run = RunIdentity(scenario: 0, scenarioName: "", replication: 0)
  private let reader: TableReader<RunRow<Entry>>
  private var hasRow: Bool

  init(directory: String, _ dataset: Dataset) throws(OutputError) {
    self.dataset = dataset
    reader = try TableReader(directory: directory)
    hasRow = try reader.next()
  }

  /// Goes through the rows of the run; none where it has left none.
  func forEach(_ body: (Entry) throws(OutputError) -> Void) throws(OutputError) {
    let (name, number) = (Array(run.scenarioName.utf8), Array(run.replication.description.utf8))
    while hasRow, reader.holds(number, at: 1), reader.holds(name, at: 0) {
      try body(reader.value().entry)
      hasRow = try reader.next()
    }
  }

  /// The rows of the run.
  func all() throws(OutputError) -> [Entry] {
    var entries: [Entry] = []
    try forEach { entry in entries.append(entry) }
    return entries
  }

  /// Checks that all rows have been handed out, and that they were read from these bytes.
  /// - Throws: `OutputError.cannotRead`, with the line that nobody has asked for.
  func end(_ expected: FileDigest?) throws(OutputError) {
    guard !hasRow else { throw failure("it is out of order, or of a run that is not there") }
    try reader.end(expected)
  }

  /// Complains of the row that is being looked at.
  func failure(_ reason: String) -> OutputError { reader.failure(reason) }
}
