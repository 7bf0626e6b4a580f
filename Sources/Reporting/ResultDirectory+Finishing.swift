extension ResultDirectory {
  /// Writes a table whole.
  func written(
    _ schema: TableSchema, _ fill: (TableFile) throws(OutputError) -> Void
  ) throws(OutputError) -> WrittenTable {
    let table = try TableFile(schema, directory: partialPath)
    try fill(table)
    return try table.close()
  }

  /// Writes what tells of all tables, and the record; publishing is the caller's.
  /// - Parameters:
  ///   - package: what describes the tables.
  ///   - record: the text of the record, asked for when all else is written.
  /// - Returns: the files, in the order of their names.
  /// - Throws: `OutputError`.
  func finish(
    _ package: DataPackage, record: (_ outputs: [(digest: FileDigest, rows: Int?)]) -> String
  ) throws(OutputError) -> [FileDigest] {
    let packageDigest = try write(package.json, to: DataPackage.fileName)
    let outputs =
      package.tables.map { (digest: $0.digest, rows: Optional($0.rows)) } + [(digest: packageDigest, rows: nil)]
    let recordDigest = try write(record(outputs), to: RunRecord.fileName)
    return (outputs.map(\.digest) + [recordDigest]).sorted { $0.name < $1.name }
  }

  private func write(_ text: String, to name: String) throws(OutputError) -> FileDigest {
    let file = try OutputFile(name: name, directory: partialPath)
    try file.write(text.utf8)
    return try file.close()
  }
}
