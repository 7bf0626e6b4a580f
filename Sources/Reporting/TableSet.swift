/// The tables of a result that grow while it is computed, unit by unit: the state from which it can be continued.
///
/// A unit (a replication, a point of a design) counts once it is committed. Where tables with a journal are there
/// already, they are cut back to what was committed last and go on from there, so that what was half written when a
/// program died is written again. A program that dies loses nothing that was committed; a machine that does may lose the
/// units that had not reached its disk.
package final class TableSet {
  private let tables: [TableFile]
  private let journal: Journal

  /// Begins tables, always in the same order, of so many units at most, or goes on with those that are there.
  /// - Throws: `OutputError`; `changedPiece` or `changedJournal` where what was committed is not as it was written.
  /// - Complexity: reads what is there once, to digest it.
  package init(_ schemas: [TableSchema], directory: String, limit: Int? = nil) throws(OutputError) {
    journal = try Journal(tables: schemas.map(\.fileName), directory: directory)
    if let limit, journal.committed > limit {
      let reason = "it tells of \(journal.committed) units, and there are \(limit)"
      throw .cannotRead(path: directory + "/" + Journal.fileName, reason: reason)
    }
    var tables: [TableFile] = []
    for (index, schema) in schemas.enumerated() {
      if journal.entries.isEmpty {
        tables.append(try TableFile(schema, directory: directory))
      } else {
        let pieces = journal.entries.map { $0.pieces[index] }
        tables.append(try TableFile(schema, directory: directory, keeping: pieces))
      }
    }
    self.tables = tables
  }

  /// The number of the unit that was committed last; 0 where none was.
  package var committed: Int { journal.committed }

  /// What all tables hold so far, by their files.
  var soFar: [FileDigest] { tables.map(\.soFar) }

  /// The table of a schema.
  /// - Precondition: it is one of the set's.
  subscript(schema: TableSchema) -> TableFile {
    guard let table = tables.first(where: { $0.schema.name == schema.name }) else {
      preconditionFailure("\(schema.name) is not a table of the set")
    }
    return table
  }

  /// Writes rows to their table.
  /// - Precondition: it is one of the set's.
  func rows<Row: TableRow>(_ row: Row.Type) -> RowWriter<Row> { RowWriter(Row.table, self[Row.table.schema]) }

  /// Makes all rows added so far count as the unit of a number; they have been handed to the system when this returns.
  package func commit(_ unit: Int) throws(OutputError) {
    for table in tables { try table.flush() }
    try journal.append(JournalEntry(unit: unit, pieces: tables.map(\.state)))
  }

  func close() throws(OutputError) -> [WrittenTable] {
    var written: [WrittenTable] = []
    for table in tables { written.append(try table.close()) }
    return written
  }
}
