/// A table that is written whole, of what a study has found.
protocol FindingsTable<Findings>: TableRow {
  associatedtype Findings
  /// Whether there is such a table of these findings.
  static func isWritten(of findings: Findings) -> Bool
  /// The table of these findings: they may tell of its columns.
  static func table(of findings: Findings) -> Table<Self>
  static func write(_ findings: Findings, to rows: RowWriter<Self>) throws(OutputError)
}

extension FindingsTable {
  static func isWritten(of findings: Findings) -> Bool { true }
  static func table(of findings: Findings) -> Table<Self> { table }

  fileprivate static func written(
    _ findings: Findings, into directory: ResultDirectory
  ) throws(OutputError) -> WrittenTable {
    let table = table(of: findings)
    let file = try TableFile(table.schema, directory: directory.partialPath)
    try write(findings, to: RowWriter(table, file))
    return try file.close()
  }
}

extension ResultDirectory {
  /// Writes the tables that there are of what a study has found.
  func written<Findings>(
    _ tables: [any FindingsTable<Findings>.Type], of findings: Findings
  ) throws(OutputError) -> [WrittenTable] {
    var written: [WrittenTable] = []
    for table in tables where table.isWritten(of: findings) {
      written.append(try table.written(findings, into: self))
    }
    return written
  }
}
