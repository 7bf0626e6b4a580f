package import Experiments
package import Households
internal import Statistics

/// Writes the results of an experiment as they come: tables, their description, and the record of the run.
package final class DatasetWriter: ResultSink {
  private let directory: ResultDirectory
  private let dataset: Dataset
  private let tables: TableSet
  private let sums: StoredSums

  /// Creates the tables that grow, before anything is run, or goes on with those that are there.
  ///
  /// There may be `limit` replications; nil where that is not known.
  init(
    directory: ResultDirectory, groupLevels: [GroupLevel], measures: [Measure], programmeNames: [[String]],
    comparison: Bool, microdata: Bool, detail: Detail, limit: Int? = nil
  ) throws(OutputError) {
    self.directory = directory
    sums = StoredSums(directory: directory.partialPath)
    var parts = Dataset.Parts(
      comparison: comparison, programmes: programmeNames.contains { !$0.isEmpty }, microdata: microdata,
      detail: detail)
    if DecompositionSummary.isPossible(groupLevels: groupLevels, measures: measures) { parts.insert(.decomposition) }
    dataset = Dataset(groupLevels: groupLevels, measures: measures, programmeNames: programmeNames, parts: parts)
    tables = try TableSet(
      parts.growing.map { [dataset] in $0.schema(of: dataset) }, sums: sums, directory: directory.partialPath,
      limit: limit)
  }

  /// The same for what an experiment will give.
  package convenience init(
    directory: ResultDirectory, plan: ExperimentPlan, groupLevels: [GroupLevel], measures: [Measure]
  ) throws(OutputError) {
    try self.init(
      directory: directory, groupLevels: groupLevels, measures: measures, programmeNames: plan.programmeNames,
      comparison: plan.isComparison, microdata: !plan.microdataAt.isEmpty, detail: plan.detail,
      limit: plan.precision?.maximum ?? plan.replications)
  }

  /// The replications that are in the tables already.
  package var finished: Int { tables.committed }

  /// Does what goes on from what they add up to; nil where there are none.
  /// - Throws: what the body throws; `OutputError.foreignSums` for `StateArchive.Fault`.
  package func goingOn<Result>(_ body: (_ sums: [UInt8]?) throws -> Result) throws -> Result {
    guard finished > 0 else { return try body(nil) }
    do { return try body(sums.sums(tables.sums)) } catch is StateArchive.Fault {
      throw OutputError.foreignSums(path: directory.path)
    }
  }

  // MARK: - While it runs

  package func take(_ household: HouseholdRecord, of run: RunIdentity) throws {
    guard dataset.parts.contains(.households) else { return }
    try households.add(RunRow(run, household))
  }

  private lazy var households = tables.rows(RunRow<HouseholdRecord>.self)

  package func take(_ result: RunResult, of run: RunIdentity) throws {
    for table in dataset.parts.growing { try write(result, of: run, to: table) }
  }

  private func write<Entry: RunTable>(
    _ result: RunResult, of run: RunIdentity, to table: Entry.Type
  ) throws(OutputError) {
    try Entry.write(
      result, to: RunWriter(Entry.table(of: dataset), tables[Entry.schema], of: run, in: dataset))
  }

  /// Makes a replication count, with what all until here add up to: its rows have been handed to the system when this
  /// returns.
  package func finish(replication: Int, sums: () throws -> [UInt8]) throws {
    try tables.commit(replication, sums: self.sums.store(try sums(), replications: replication))
  }

  // MARK: - At the end

  /// Writes the summaries and all files to their end, and tells the files by name; publishing is the caller's.
  ///
  /// What is recorded of the execution is asked for when all tables are written.
  package func finish(
    _ estimates: ExperimentSummary, record: RunRecord, execution: () -> ExecutionRecord
  ) throws(OutputError) -> [FileDigest] {
    let written = try tables.close() + directory.written(dataset.parts.summaries, of: estimates)
    let order = TableCatalogue.experiment.map { $0.schema.name }
    let changes = dataset.parts.contains(.comparison) ? EndState.measures.filter { !dataset.measures.contains($0) } : []
    let package = DataPackage(
      scenarioNames: estimates.scenarioNames,
      measures: dataset.measures + (dataset.parts.contains(.programmes) ? Model.programmeMeasures : []) + changes
        + HouseholdDynamics.panelMeasures + MobilityFigure.measures,
      tables: order.compactMap { name in written.first { $0.schema.name == name } })
    let sums = try directory.write(sums.sums(tables.sums), to: StoredSums.fileName)
    return try directory.finish(package, and: [sums], record: record, execution: execution)
  }
}
