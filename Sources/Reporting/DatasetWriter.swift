public import Experiments
public import Households

/// Writes the results of an experiment as they come: tables, their description, and the record of the run.
public final class DatasetWriter: ResultSink {
  private let directory: ResultDirectory
  private let dataset: Dataset
  private let tables: TableSet

  /// Creates the tables that grow, before anything is run, or goes on with those that are there.
  /// - Parameters:
  ///   - directory: where they go.
  ///   - groupLevels: the order of groups in `Observation.values`.
  ///   - measures: the order of measures in `Observation.values`.
  ///   - programmeNames: the programmes of each scenario, in its order.
  ///   - comparison: whether there will be a comparison.
  ///   - microdata: whether households will be recorded.
  ///   - limit: how many replications there may be; nil where that is not known.
  /// - Throws: `OutputError`.
  public init(
    directory: ResultDirectory, groupLevels: [GroupLevel], measures: [Measure], programmeNames: [[String]],
    comparison: Bool, microdata: Bool, limit: Int? = nil
  ) throws(OutputError) {
    self.directory = directory
    var parts = Dataset.Parts(
      comparison: comparison, programmes: programmeNames.contains { !$0.isEmpty }, microdata: microdata)
    if DecompositionSummary.isPossible(groupLevels: groupLevels, measures: measures) { parts.insert(.decomposition) }
    dataset = Dataset(groupLevels: groupLevels, measures: measures, programmeNames: programmeNames, parts: parts)
    tables = try TableSet(parts.growing.map { $0.schema }, directory: directory.partialPath, limit: limit)
  }

  /// The replications that are in the tables already.
  /// - Parameter plan: what is run.
  /// - Returns: their runs; nil where there are none.
  public func finishedReplications(of plan: ExperimentPlan) -> (any FinishedReplications)? {
    finishedReplications(
      scenarioNames: plan.scenarios.map(\.name),
      shape: RunShape(plan, groupLevels: dataset.groupLevels, measures: dataset.measures))
  }

  func finishedReplications(scenarioNames: [String], shape: RunShape) -> FinishedTables? {
    guard tables.committed > 0 else { return nil }
    return FinishedTables(
      directory: directory.partialPath, count: tables.committed, scenarioNames: scenarioNames, dataset: dataset,
      shape: shape, contents: tables.soFar)
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
    try Entry.write(result, to: RunWriter(tables[Entry.schema], of: run, in: dataset))
  }

  /// Makes a replication count: its rows have been handed to the system when this returns.
  /// - Parameter replication: the replication.
  /// - Throws: `OutputError`.
  public func finish(replication: Int) throws { try tables.commit(replication) }

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
    return try directory.finish(package, record: record, execution: execution)
  }
}
