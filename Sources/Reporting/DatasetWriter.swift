public import Experiments
public import Households
internal import Statistics

/// Writes the results of an experiment as they come: tables, their description, and the record of the run.
public final class DatasetWriter: ResultSink {
  private let directory: ResultDirectory
  private let dataset: Dataset
  private let tables: TableSet
  private let sums: StoredSums

  /// Creates the tables that grow, before anything is run, or goes on with those that are there.
  /// - Parameters:
  ///   - directory: where they go.
  ///   - groupLevels: the order of groups in `Observation.values`.
  ///   - measures: the order of measures in `Observation.values`.
  ///   - programmeNames: the programmes of each scenario, in its order.
  ///   - comparison: whether there will be a comparison.
  ///   - microdata: whether households will be recorded.
  ///   - detail: how far groups are told of.
  ///   - limit: how many replications there may be; nil where that is not known.
  /// - Throws: `OutputError`.
  init(
    directory: ResultDirectory, groupLevels: [GroupLevel], measures: [Measure], programmeNames: [[String]],
    comparison: Bool, microdata: Bool, detail: Detail = .groups, limit: Int? = nil
  ) throws(OutputError) {
    self.directory = directory
    sums = StoredSums(directory: directory.partialPath)
    var parts = Dataset.Parts(
      comparison: comparison, programmes: programmeNames.contains { !$0.isEmpty }, microdata: microdata,
      detail: detail)
    if DecompositionSummary.isPossible(groupLevels: groupLevels, measures: measures) { parts.insert(.decomposition) }
    dataset = Dataset(groupLevels: groupLevels, measures: measures, programmeNames: programmeNames, parts: parts)
    tables = try TableSet(
      parts.growing.map { [dataset] in $0.schema(of: dataset) }, directory: directory.partialPath, limit: limit)
  }

  /// The same for what an experiment will give.
  /// - Parameters:
  ///   - directory: where the tables go.
  ///   - plan: what is run.
  ///   - groupLevels: the order of groups in `Observation.values`.
  ///   - measures: the order of measures in `Observation.values`.
  /// - Throws: `OutputError`.
  public convenience init(
    directory: ResultDirectory, plan: ExperimentPlan, groupLevels: [GroupLevel], measures: [Measure]
  ) throws(OutputError) {
    try self.init(
      directory: directory, groupLevels: groupLevels, measures: measures, programmeNames: plan.programmeNames,
      comparison: plan.isComparison, microdata: !plan.microdataAt.isEmpty, detail: plan.detail,
      limit: plan.precision?.maximum ?? plan.replications)
  }

  /// The replications that are in the tables already.
  public var finished: Int { tables.committed }

  /// Does what goes on from what they add up to.
  /// - Parameter body: given that; nil where there are none.
  /// - Returns: what the body returns.
  /// - Throws: what the body throws; `OutputError` where what they add up to is not as it was written, or that of another
  ///   experiment.
  public func goingOn<Result>(_ body: (_ sums: [UInt8]?) throws -> Result) throws -> Result {
    guard finished > 0 else { return try body(nil) }
    do { return try body(sums.sums(replications: finished)) } catch is StateArchive.Fault {
      throw sums.foreign(replications: finished)
    }
  }

  // MARK: - While it runs

  /// Writes a household.
  /// - Parameters:
  ///   - household: the household.
  ///   - run: the run it belongs to.
  /// - Throws: `OutputError`.
  public func take(_ household: HouseholdRecord, of run: RunIdentity) throws {
    guard dataset.parts.contains(.households) else { return }
    try households.add(RunRow(run, household))
  }

  private lazy var households = tables.rows(RunRow<HouseholdRecord>.self)

  /// Writes what a run produced.
  /// - Parameters:
  ///   - result: the result.
  ///   - run: the run.
  /// - Throws: `OutputError`.
  public func take(_ result: RunResult, of run: RunIdentity) throws {
    for table in dataset.parts.growing { try write(result, of: run, to: table) }
  }

  private func write<Entry: RunTable>(
    _ result: RunResult, of run: RunIdentity, to table: Entry.Type
  ) throws(OutputError) {
    try Entry.write(
      result, to: RunWriter(Entry.table(of: dataset), tables[Entry.schema], of: run, in: dataset))
  }

  /// Makes a replication count: its rows have been handed to the system when this returns.
  /// - Parameters:
  ///   - replication: the replication.
  ///   - sums: what all replications until here add up to.
  /// - Throws: `OutputError`.
  public func finish(replication: Int, sums: () throws -> [UInt8]) throws {
    try self.sums.store(try sums(), replications: replication)
    try tables.commit(replication)
  }

  // MARK: - At the end

  /// Writes the summaries and all files to their end; publishing the directory is the caller's.
  /// - Parameters:
  ///   - estimates: what the experiment found.
  ///   - record: what is recorded of it.
  ///   - execution: what is recorded of this execution, asked for when all tables are written.
  /// - Returns: the files, in the order of their names.
  /// - Throws: `OutputError`.
  public func finish(
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
    let sums = try sums.publish(replications: tables.committed)
    return try directory.finish(package, and: [sums], record: record, execution: execution)
  }
}
