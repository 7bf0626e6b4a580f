package import Designs
package import Experiments

/// Writes what a sweep gives as it comes, point by point, and what follows from it at the end.
package final class SweepWriter {
  /// What all points so far gave, those of earlier executions among them.
  package private(set) var outcomes: SweepOutcomes

  private let directory: ResultDirectory
  private let design: [WrittenTable]
  private let tables: TableSet

  /// Writes the design, before anything is run, and starts the outcomes, or goes on with those that are there.
  package init(
    directory: ResultDirectory, plan: SweepPlan, points: PointSet, units: [String]
  ) throws(OutputError) {
    self.directory = directory
    design = try directory.written([DesignRow.self], of: (points, units))
    tables = try TableSet(
      [SweepOutcomeRow.schema, UnreachedRow.schema], directory: directory.partialPath, limit: plan.points)
    outcomes =
      tables.committed > 0
      ? try SweepOutcomeRow.outcomes(of: plan, directory: directory.partialPath, expected: tables.soFar.first)
      : SweepOutcomes(plan: plan)
  }

  /// Points that are in the tables already, from the first.
  package var committed: Int { tables.committed }

  /// Writes what a point gave; it counts when this returns.
  package func take(_ outcome: PointOutcome) throws {
    outcomes.add(outcome)
    try SweepOutcomeRow.write(outcome, of: outcomes.plan, to: tables.rows(SweepOutcomeRow.self))
    try UnreachedRow.write(outcome, to: tables.rows(UnreachedRow.self))
    try tables.commit(outcome.point + 1)
  }

  /// What a reader should know of programmes that have reached nobody at the points so far.
  package func reachWarnings() throws(OutputError) -> [Warning] {
    try UnreachedRow.warnings(
      directory: directory.partialPath, points: outcomes.values.count - outcomes.pointsLeftOut.count,
      expected: tables.soFar.last)
  }

  // MARK: - At the end

  /// Writes what follows from all points and the record, and tells the files by name; publishing is the caller's.
  ///
  /// What is recorded of the execution is asked for when all tables are written.
  package func finish(
    _ results: SweepResults, record: RunRecord, execution: () -> ExecutionRecord
  ) throws(OutputError) -> [FileDigest] {
    let tables = try design + tables.close() + directory.written(TableCatalogue.sweep, of: results)
    let package = DataPackage(
      scenarioNames: results.plan.scenarioNames, measures: results.plan.measures, tables: tables)
    return try directory.finish(package, record: record, execution: execution)
  }
}
