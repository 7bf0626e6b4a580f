internal import Experiments

/// Writes the rows of a table to its file.
final class RowWriter<Row> {
  private let table: Table<Row>
  private let file: TableFile

  init(_ table: Table<Row>, _ file: TableFile) {
    self.table = table
    self.file = file
  }

  func add(_ row: Row) throws(OutputError) { try file.addRow { table.append(row, to: &$0) } }
}

/// Writes the rows of one run.
final class RunWriter<Entry: RunEntry> {
  let run: RunIdentity
  let dataset: Dataset
  private let rows: RowWriter<RunRow<Entry>>

  init(_ table: Table<RunRow<Entry>>, _ file: TableFile, of run: RunIdentity, in dataset: Dataset) {
    self.run = run
    self.dataset = dataset
    rows = RowWriter(table, file)
  }

  func add(_ entry: Entry) throws(OutputError) { try rows.add(RunRow(run, entry)) }
}
