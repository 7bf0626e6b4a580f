/// The tables of a result that grow while it is computed, unit by unit: the state from which it can be continued.
///
/// A unit (a replication, a point of a design) counts once it is committed. Where tables with a journal are there
/// already, they are cut back to what was committed last and go on from there, so that what was half written when a
/// program died is written again. A program that dies loses nothing that was committed; a machine that does may lose the
/// units that had not reached its disk.
public final class TableSet {
  private let tables: [TableFile]
  private let journal: Journal

  /// Begins tables, or goes on with those that are there.
  /// - Parameters:
  ///   - schemas: the tables, always in the same order.
  ///   - directory: where they are written; nobody else writes there.
  /// - Throws: `OutputError`.
  /// - Complexity: reads what is there once, to digest it.
  public init(_ schemas: [TableSchema], directory: String) throws(OutputError) {
    journal = try Journal(tables: schemas.map(\.fileName), directory: directory)
    var tables: [TableFile] = []
    for (index, schema) in schemas.enumerated() {
      if let last = journal.last {
        tables.append(try TableFile(schema, directory: directory, keeping: last.sizes[index]))
      } else {
        tables.append(try TableFile(schema, directory: directory))
      }
    }
    self.tables = tables
  }

  /// The number of the unit that was committed last; 0 where none was.
  public var committed: Int { journal.last?.unit ?? 0 }

  /// The table of a schema.
  /// - Precondition: it is one of the set's.
  subscript(schema: TableSchema) -> TableFile {
    guard let table = tables.first(where: { $0.schema.name == schema.name }) else {
      preconditionFailure("\(schema.name) is not a table of the set")
    }
    return table
  }

  /// Makes all rows added so far count; they have been handed to the system when this returns.
  /// - Parameter unit: the number of the unit that they complete.
  /// - Throws: `OutputError`.
  public func commit(_ unit: Int) throws(OutputError) {
    for table in tables { try table.flush() }
    try journal.append(Journal.Entry(unit: unit, sizes: tables.map(\.size)))
  }

  /// Closes all tables.
  func close() throws(OutputError) -> [WrittenTable] {
    var written: [WrittenTable] = []
    for table in tables { written.append(try table.close()) }
    return written
  }
}
