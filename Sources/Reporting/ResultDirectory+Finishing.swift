extension ResultDirectory {
  /// Writes what tells of all tables, and the record, and tells the files by name; publishing is the caller's.
  ///
  /// What is recorded of the execution is asked for when all tables are written.
  func finish(
    _ package: DataPackage, and others: [FileDigest] = [], record: RunRecord, execution: () -> ExecutionRecord
  ) throws(OutputError) -> [FileDigest] {
    var record = record
    let packageDigest = try write(package.json.utf8, to: DataPackage.fileName)
    record.files =
      package.tables.map { FileRecord($0.digest, rows: $0.rows) } + (others + [packageDigest]).map { FileRecord($0) }
    record.execution = execution()
    let recordDigest = try write(record.text.utf8, to: RunRecord.fileName)
    return (record.outputs + [recordDigest]).sorted { $0.name < $1.name }
  }

  /// Writes a whole file.
  func write(_ contents: some Sequence<UInt8>, to name: String) throws(OutputError) -> FileDigest {
    let file = try OutputFile(name: name, directory: partialPath)
    try file.write(contents)
    return try file.close()
  }
}
