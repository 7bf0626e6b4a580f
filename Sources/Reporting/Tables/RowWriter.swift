internal import Experiments

/// Writes the rows of a table to its file.
final class RowWriter<Row> {
  private let file: TableFile
  private let cells: [@Sendable (UnsafePointer<Row>, inout CSVBuffer) -> Void]

  init(_ table: Table<Row>, _ file: TableFile) {
    self.file = file
    cells = table.columns.map(\.write)
  }

  func add(_ row: Row) throws(OutputError) {
    try file.addRow { buffer in
      withUnsafePointer(to: row) { row in for cell in cells { cell(row, &buffer) } }
    }
  }
}

/// Writes the rows of one run.
final class RunWriter<Entry: RunEntry> {
  let run: RunIdentity
  let dataset: Dataset
  private let rows: RowWriter<RunRow<Entry>>
  private var row: RunRow<Entry>

  init(_ file: TableFile, of run: RunIdentity, in dataset: Dataset) {
    self.run = run
    self.dataset = dataset
    rows = RowWriter(Entry.table, file)
    row = RunRow(run, Entry.blank)
  }

  func add(_ entry: Entry) throws(OutputError) {
    row.entry = entry
    try rows.add(row)
  }
}
