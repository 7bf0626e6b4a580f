/// The tables of a result that grow while it is computed, unit by unit: with the sums of the units, where there are any,
/// the state from which it can be continued.
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
  init(_ schemas: [TableSchema], sums: StoredSums? = nil, directory: String, limit: Int? = nil) throws(OutputError) {
    journal = try Journal(tables: schemas.map(\.fileName), sums: sums, directory: directory)
    if let limit, let committed = journal.last?.unit, committed > limit {
      let reason = "it tells of \(committed) units, and there are \(limit)"
      throw .cannotRead(path: directory + "/" + Journal.fileName, reason: reason)
    }
    tables = try schemas.enumerated().map { [journal] index, schema throws(OutputError) in
      let pieces = journal.entries.map { $0.pieces[index] }
      return try pieces.isEmpty
        ? TableFile(schema, directory: directory) : TableFile(schema, directory: directory, keeping: pieces)
    }
  }

  /// The number of the unit that was committed last; 0 where none was.
  package var committed: Int { journal.last?.unit ?? 0 }

  /// What all committed units add up to, by what the journal knows it by; nil where none was committed.
  var sums: JournalEntry.Piece? { journal.last?.pieces.last }

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

  /// Makes all rows added so far count as the unit of a number, with the sums that were written of all units; they have
  /// been handed to the system when this returns.
  func commit(_ unit: Int, sums: JournalEntry.Piece? = nil) throws(OutputError) {
    for table in tables { try table.flush() }
    try journal.append(JournalEntry(unit: unit, pieces: tables.map(\.state) + [sums].compactMap(\.self)))
  }

  func close() throws(OutputError) -> [WrittenTable] {
    try tables.map { table throws(OutputError) in try table.close() }
  }
}
