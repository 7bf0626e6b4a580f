extension DatasetWriter {
  /// Begins new results with the rows of finished ones, which lie where the new ones will: their replications then
  /// count as committed.
  /// - Throws: `OutputError`; `changedFiles` where the finished results are not as their record says.
  package static func takeOver(
    _ record: RunRecord, of simulation: SimulationRecord, into directory: ResultDirectory, comparison: Bool,
    programmes: Bool
  ) throws(OutputError) {
    try record.checkUnchanged(directory: directory.path)
    let changed = try ResultComparison.changedFiles(in: directory.resultsPath, recorded: record.outputs)
    guard changed.isEmpty else { throw .changedFiles(path: directory.path, names: changed) }
    let parts = Dataset.Parts(
      comparison: comparison, programmes: programmes, microdata: !simulation.microdataAt.isEmpty,
      detail: simulation.detail)
    let tables = parts.growing.map { $0.schema.fileName }
    for table in tables {
      try RegularFile.copy(directory.resultsPath + "/" + table, to: directory.partialPath + "/" + table)
    }
    // What was copied is held against these digests when it is read.
    var pieces = tables.map { table in
      JournalEntry.Piece(
        record.outputs.first { $0.name == table } ?? FileDigest(name: table, contents: []))
    }
    let sums = StoredSums(directory: directory.partialPath)
    let contents = try RegularFile.contents(of: directory.resultsPath + "/" + StoredSums.fileName)
    pieces.append(try sums.store([UInt8](contents), replications: simulation.replications))
    let journal = try Journal(tables: tables, sums: sums, directory: directory.partialPath)
    try journal.append(JournalEntry(unit: simulation.replications, pieces: pieces))
  }
}
