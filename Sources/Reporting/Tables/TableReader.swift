/// Reads the rows of a table back, with the memory of one row.
final class TableReader<Row: ReadableRow> {
  private let table = Row.table
  private let path: String
  private let reader: CSVReader
  private let conditions: [(place: Int, texts: [[UInt8]])]
  private var row = Row.blank
  /// Whether it is the table of the same name of another study.
  private(set) var isOther = false

  /// Opens a table and checks that it has its columns, unless it may be the table of the same name of another study.
  ///
  /// Rows that are not wanted are passed over before they are looked at.
  init(directory: String, where filters: [RowFilter<Row>] = [], permitsOther: Bool = false) throws(OutputError) {
    path = directory + "/" + table.schema.fileName
    reader = try CSVReader(path: path, digesting: true)
    conditions = filters.map { filter in
      guard let place = Row.table.columns.firstIndex(where: { $0.path == filter.path }) else {
        preconditionFailure("\(Row.schema.name) has no column of \(filter.path)")
      }
      return (place, filter.texts)
    }
    guard try reader.next() else { throw .cannotRead(path: path, reason: "it has no header") }
    let (header, names) = (reader.row.cells, table.schema.columns.map(\.name))
    guard header != names else { return }
    let isKnown = TableCatalogue.schemas.contains { $0.name == Row.schema.name && $0.columns.map(\.name) == header }
    isOther = permitsOther && isKnown
    guard !isOther else { return }
    let missing = names.first { !header.contains($0) }
    throw .cannotRead(
      path: path,
      reason: missing.map { "it has no column \($0)" } ?? "its columns are not \(names.joined(separator: ", "))")
  }

  /// Goes to the next row that is wanted; false at the end of the file.
  func next() throws(OutputError) -> Bool {
    while try reader.next() {
      guard reader.row.count == table.columns.count else { throw failure("it has not \(table.columns.count) cells") }
      if conditions.allSatisfy({ place, texts in texts.contains { reader.row.holds($0, at: place) } }) { return true }
    }
    return false
  }

  /// What the row says.
  func value() throws(OutputError) -> Row {
    let cells = reader.row
    let wrong = withUnsafeMutablePointer(to: &row) { row in
      table.columns.indices.first { !table.columns[$0].read(cells, $0, row) }
    }
    if let wrong { throw failure("\(cells[wrong]) is not \(table.columns[wrong].words)") }
    return row
  }

  /// Reads on to the end of the file and tells whether the bytes that were read, and no others, are those of a digest.
  func hasRead(_ expected: FileDigest) throws(OutputError) -> Bool { try reader.hasRead(expected) }

  /// Checks that what was read are these bytes, if that is known.
  func end(_ expected: FileDigest?) throws(OutputError) {
    guard let expected, try !hasRead(expected) else { return }
    throw .cannotRead(path: path, reason: "it changes while it is read")
  }

  /// Complains of the row.
  func failure(_ reason: String) -> OutputError { .cannotRead(path: path, reason: "line \(reader.line): \(reason)") }
}

extension ReadableRow {
  /// Reads the rows that are wanted of a table of results; nil where their record knows none, or it is that of the same
  /// name of another study.
  /// - Throws: `OutputError.cannotRead` where the file is no such table, `OutputError.changedFiles` where what was read is
  ///   not what is recorded.
  /// - Complexity: O(size of the file); memory of the rows that are wanted.
  package static func read(
    in directory: String, outputs: [FileDigest], where filters: [RowFilter<Self>]
  ) throws(OutputError) -> [Self]? {
    guard let recorded = outputs.first(where: { $0.name == table.schema.fileName }) else { return nil }
    let reader = try TableReader<Self>(directory: directory, where: filters, permitsOther: true)
    var rows: [Self] = []
    if !reader.isOther { while try reader.next() { rows.append(try reader.value()) } }
    guard try reader.hasRead(recorded) else { throw .changedFiles(path: directory, names: [recorded.name]) }
    return reader.isOther ? nil : rows
  }
}
