internal import Foundation
internal import Notation

extension DatasetWriter {
  /// Begins new results with the rows of finished ones, whose replications then count as committed.
  /// - Parameters:
  ///   - record: the record of the finished results, which lie where the new ones will.
  ///   - directory: the new ones.
  ///   - comparison: whether they are a comparison.
  ///   - programmes: whether a scenario has programmes.
  /// - Throws: `OutputError`; `changedFiles` where the finished results are not as their record says.
  public static func takeOver(
    _ record: StoredRecord, into directory: ResultDirectory, comparison: Bool, programmes: Bool
  ) throws(OutputError) {
    let changed =
      try ResultComparison.changedFiles(in: directory.path, recorded: record.outputs) + record.changedTexts
      + (record.isAsWritten ? [] : [RunRecord.fileName])
    guard changed.isEmpty else { throw .changedFiles(path: directory.path, names: changed) }
    let tables = growingTables(
      comparison: comparison, programmes: programmes, microdata: !record.microdataAt.isEmpty
    ).map(\.fileName)
    for table in tables {
      do {
        try FileManager.default.copyItem(
          atPath: directory.path + "/" + table, toPath: directory.partialPath + "/" + table)
      } catch {
        throw .cannotWrite(path: directory.partialPath + "/" + table, reason: FileFailure.words(error))
      }
    }
    let sizes = tables.map { table in record.outputs.first { $0.name == table }?.bytes ?? 0 }
    let journal = try Journal(tables: tables, directory: directory.partialPath)
    try journal.append(Journal.Entry(unit: record.replications, sizes: sizes))
  }
}
