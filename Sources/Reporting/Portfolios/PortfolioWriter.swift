package import Designs
package import Experiments
internal import Households

/// Writes what a search gives as it comes, replication by replication, and what follows from it at the end.
package final class PortfolioWriter {
  /// The replications of earlier executions.
  package let finished: [EvaluationBatch]

  private let directory: ResultDirectory
  private let tables: TableSet

  /// Starts the evaluations, or goes on with those that are there.
  package init(directory: ResultDirectory, mixes: Int) throws(OutputError) {
    self.directory = directory
    tables = try TableSet([EvaluationRow.schema], directory: directory.partialPath)
    finished =
      tables.committed > 0
      ? try EvaluationRow.batches(
        mixes: mixes, directory: directory.partialPath, expected: tables.soFar.first) : []
  }

  /// Writes a replication; it counts when this returns.
  package func take(_ batch: EvaluationBatch) throws {
    try EvaluationRow.write(batch, to: tables.rows(EvaluationRow.self))
    try tables.commit(batch.replication)
  }

  // MARK: - At the end

  /// Writes what follows from all replications and the record, and tells the files by name; publishing is the caller's.
  ///
  /// What is recorded of the execution is asked for when all tables are written.
  package func finish(
    _ findings: PortfolioFindings, of portfolio: Portfolio, record: RunRecord, execution: () -> ExecutionRecord
  ) throws(OutputError) -> [FileDigest] {
    let package = DataPackage(
      scenarioNames: [portfolio.name], measures: Model.measures.filter { $0.name == portfolio.outcome },
      tables: try directory.written(TableCatalogue.search, of: (findings, portfolio)) + tables.close())
    return try directory.finish(package, record: record, execution: execution)
  }
}
