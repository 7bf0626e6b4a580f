/// A table that is written row by row.
final class TableFile {
  let schema: TableSchema
  private let file: OutputFile
  private var buffer = CSVBuffer()
  private(set) var rows = 0

  private static let flushAt = 1 << 18

  /// Starts a table with its header.
  init(_ schema: TableSchema, directory: String) throws(OutputError) {
    self.schema = schema
    file = try OutputFile(name: schema.fileName, directory: directory)
    for column in schema.columns { buffer.append(column.name) }
    buffer.endRow()
  }

  /// Goes on with a table of which the first pieces are kept.
  init(_ schema: TableSchema, directory: String, keeping pieces: [JournalEntry.Piece]) throws(OutputError) {
    self.schema = schema
    var lines = CSVLines()
    file = try OutputFile(name: schema.fileName, directory: directory, keeping: pieces) { lines.count($0) }
    rows = max(0, lines.ended - 1)
  }

  /// What has been written, as a journal knows it.
  var state: JournalEntry.Piece { file.state }

  var soFar: FileDigest { file.soFar }

  func addRow(_ fill: (inout CSVBuffer) -> Void) throws(OutputError) {
    fill(&buffer)
    buffer.endRow()
    rows += 1
    if buffer.bytes.count >= Self.flushAt { try flush() }
  }

  /// Writes what is left and closes the file.
  func close() throws(OutputError) -> WrittenTable {
    try flush()
    return WrittenTable(schema: schema, rows: rows, digest: try file.close())
  }

  /// Writes the rows added so far.
  func flush() throws(OutputError) {
    try file.write(buffer.bytes)
    buffer.removeAll()
  }
}

/// A table that is complete on disk.
struct WrittenTable {
  let schema: TableSchema
  let rows: Int
  let digest: FileDigest
}
