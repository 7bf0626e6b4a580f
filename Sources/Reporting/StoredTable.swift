/// Rows of a table of results, as they are read back for readers that know their columns by name.
public struct StoredTable: Sendable {
  /// Names of the columns.
  public let columns: [String]
  /// Cells of the rows, as the file spells them.
  public let rows: [[String]]

  /// Reads the rows of a table that hold certain texts.
  /// - Parameters:
  ///   - file: the name of the table's file.
  ///   - directory: the results.
  ///   - outputs: the files of the results as their record knows them; others are none of theirs.
  ///   - keeping: the texts of which each named column must hold one; other rows are passed over.
  /// - Returns: nil where the results have no such table, or one without these columns: that of a sweep.
  /// - Throws: `OutputError.cannotRead` where the file is no table, `OutputError.changedFiles` where what was read is not
  ///   what is recorded.
  /// - Complexity: O(size of the file); memory of the rows that are kept.
  public static func read(
    _ file: String, in directory: String, outputs: [FileDigest], keeping: [String: Set<String>]
  ) throws(OutputError) -> StoredTable? {
    guard let recorded = outputs.first(where: { $0.name == file }) else { return nil }
    let path = directory + "/" + file
    let reader = try CSVReader(path: path, digesting: true)
    guard try reader.next() else { throw .cannotRead(path: path, reason: "it has no header") }
    func checkRead() throws(OutputError) {
      guard try reader.hasRead(recorded) else { throw .changedFiles(path: directory, names: [file]) }
    }
    let columns = reader.row.cells
    var conditions: [(place: Int, texts: [[UInt8]])] = []
    for (column, texts) in keeping.sorted(by: { $0.key < $1.key }) {
      guard let place = columns.firstIndex(of: column) else {
        try checkRead()
        return nil
      }
      conditions.append((place, texts.sorted().map { Array($0.utf8) }))
    }
    var rows: [[String]] = []
    while try reader.next() {
      let row = reader.row
      guard row.count == columns.count else {
        throw .cannotRead(path: path, reason: "line \(reader.line): it has not \(columns.count) cells")
      }
      guard conditions.allSatisfy({ condition in condition.texts.contains { row.holds($0, at: condition.place) } })
      else { continue }
      rows.append(row.cells)
    }
    try checkRead()
    return StoredTable(columns: columns, rows: rows)
  }
}
