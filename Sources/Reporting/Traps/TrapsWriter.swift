public import Experiments
internal import Households

/// Writes what an analysis of traps found.
public enum TrapsWriter {
  /// Writes the tables, their description and the record; publishing the directory is the caller's.
  /// - Parameters:
  ///   - study: what was found.
  ///   - directory: where files go.
  ///   - record: what is recorded of it.
  ///   - execution: what is recorded of this execution, asked for when all tables are written.
  /// - Returns: the files, in the order of their names.
  /// - Throws: `OutputError`.
  public static func write(
    _ study: TrapStudy, into directory: ResultDirectory, record: RunRecord, execution: () -> ExecutionRecord
  ) throws(OutputError) -> [FileDigest] {
    let package = DataPackage(
      scenarioNames: study.scenarios.map(\.scenarioName), measures: measures,
      tables: try directory.written(TableCatalogue.traps, of: study))
    return try directory.finish(package, record: record, execution: execution)
  }

  private static var measures: [Measure] {
    TrapQuantity.ofScenario.map(\.measure) + TrapQuantity.SetQuantity.allCases.map(\.measure)
  }
}
