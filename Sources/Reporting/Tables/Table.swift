/// A table as a value: its name, what it is, which columns identify a row, and the columns with their places in a row.
///
/// What is written, what is read back, `datapackage.json` and the names of files all follow from it.
package struct Table<Row>: Sendable {
  /// What it holds, for those who do not know its rows.
  package let schema: TableSchema
  let columns: [RowColumn<Row>]
  private let writes: [@Sendable (UnsafePointer<Row>, inout CSVBuffer) -> Void]

  /// Creates a table by what its schema tells: its name is the file's without `.csv`.
  init(_ name: String, _ summary: String, key: [String], _ columns: [Columns<Row>]) {
    self.columns = columns.flatMap(\.all)
    writes = self.columns.map(\.write)
    schema = TableSchema(
      name: name, summary: summary, columns: self.columns.map(\.description), primaryKey: key)
  }

  package func append(_ row: Row, to cells: inout CSVBuffer) {
    withUnsafePointer(to: row) { row in for write in writes { write(row, &cells) } }
  }
}

/// A row of a table.
package protocol TableRow: Sendable {
  static var table: Table<Self> { get }
}

extension TableRow {
  /// What its table holds, for those who do not know its rows.
  static var schema: TableSchema { table.schema }
}

/// A row that is read back, too.
package protocol ReadableRow: TableRow {
  /// What cells are read into.
  static var blank: Self { get }
}
