public import Designs
public import Experiments
internal import Households

/// Writes what a search gives as it comes, replication by replication, and what follows from it at the end.
public final class PortfolioWriter {
  /// The replications of earlier executions.
  public let finished: [EvaluationBatch]

  private let directory: ResultDirectory
  private let tables: TableSet

  /// Starts the evaluations, or goes on with those that are there.
  /// - Parameters:
  ///   - directory: where tables go.
  ///   - mixes: how many mixes there are.
  /// - Throws: `OutputError`.
  public init(directory: ResultDirectory, mixes: Int) throws(OutputError) {
    self.directory = directory
    tables = try TableSet([EvaluationRow.schema], directory: directory.partialPath)
    finished =
      tables.committed > 0
      ? try EvaluationRow.batches(
        mixes: mixes, directory: directory.partialPath, expected: tables.soFar.first) : []
  }

  /// Writes a replication; it counts when this returns.
  /// - Parameter batch: what all mixes gave in it.
  /// - Throws: `OutputError`.
  public func take(_ batch: EvaluationBatch) throws {
    try EvaluationRow.write(batch, to: tables.rows(EvaluationRow.self))
    try tables.commit(batch.replication)
  }

  // MARK: - At the end

  /// Writes what follows from all replications and the record; publishing the directory is the caller's.
  /// - Parameters:
  ///   - findings: what was found.
  ///   - portfolio: what was to be found out.
  ///   - record: what is recorded of it.
  ///   - execution: what is recorded of this execution, asked for when all tables are written.
  /// - Returns: the files, in the order of their names.
  /// - Throws: `OutputError`.
  public func finish(
    _ findings: PortfolioFindings, of portfolio: Portfolio, record: RunRecord, execution: () -> ExecutionRecord
  ) throws(OutputError) -> [FileDigest] {
    let package = DataPackage(
      scenarioNames: [portfolio.name], measures: Model.measures.filter { $0.name == portfolio.outcome },
      tables: try directory.written(TableCatalogue.search, of: (findings, portfolio)) + tables.close())
    return try directory.finish(package, record: record, execution: execution)
  }
}
