package import Experiments
internal import Households

/// Writes what an analysis of traps found.
package enum TrapsWriter {
  /// Writes the tables, their description and the record, and tells the files by name; publishing is the caller's.
  ///
  /// What is recorded of the execution is asked for when all tables are written.
  package static func write(
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
