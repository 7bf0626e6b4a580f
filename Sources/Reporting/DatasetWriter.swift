public import Experiments
public import Households

/// Writes the results of an experiment as they come: tables, their description, and the record of the run.
public final class DatasetWriter: ResultSink {
  private let directory: ResultDirectory
  private let groupLevels: [GroupLevel]
  private let measures: [Measure]
  private let programmeNames: [[String]]
  private let outcomes: TableFile
  private let summary: TableFile
  private let comparison: TableFile?
  private let transitions: TableFile
  private let costs: TableFile
  private let institutions: TableFile
  private let stocktake: TableFile?
  private let households: TableFile?

  /// Creates all files, before anything is run.
  /// - Parameters:
  ///   - directory: where they go.
  ///   - groupLevels: the order of groups in `Observation.values`.
  ///   - measures: the order of measures in `Observation.values`.
  ///   - programmeNames: the programmes of each scenario, in its order.
  ///   - comparison: whether there will be a comparison.
  ///   - microdata: whether households will be recorded.
  /// - Throws: `OutputError`.
  public init(
    directory: ResultDirectory, groupLevels: [GroupLevel], measures: [Measure], programmeNames: [[String]],
    comparison: Bool, microdata: Bool
  ) throws(OutputError) {
    self.directory = directory
    self.groupLevels = groupLevels
    self.measures = measures
    self.programmeNames = programmeNames
    let path = directory.partialPath
    outcomes = try TableFile(OutcomesTable.schema, directory: path)
    summary = try TableFile(SummaryTable.schema, directory: path)
    self.comparison = comparison ? try TableFile(ComparisonTable.schema, directory: path) : nil
    transitions = try TableFile(TransitionsTable.schema, directory: path)
    costs = try TableFile(CostsTable.schema, directory: path)
    institutions = try TableFile(InstitutionsTable.schema, directory: path)
    let hasProgrammes = programmeNames.contains { !$0.isEmpty }
    stocktake = hasProgrammes ? try TableFile(StocktakeTable.schema, directory: path) : nil
    households = microdata ? try TableFile(HouseholdsTable.schema, directory: path) : nil
  }

  // MARK: - While it runs

  /// Writes a household.
  /// - Parameters:
  ///   - household: the household.
  ///   - run: the run it belongs to.
  /// - Throws: `OutputError`.
  public func take(_ household: HouseholdRecord, of run: RunIdentity) throws {
    guard let households else { return }
    try HouseholdsTable.write(household, of: run, to: households)
  }

  /// Writes what a run produced; it is on disk when this returns.
  /// - Parameters:
  ///   - result: the result.
  ///   - run: the run.
  /// - Throws: `OutputError`.
  public func take(_ result: RunResult, of run: RunIdentity) throws {
    try OutcomesTable.write(
      result, of: run, groupLevels: groupLevels, measures: measures, programmes: programmeNames[run.scenario],
      to: outcomes)
    try TransitionsTable.write(result, of: run, to: transitions)
    try CostsTable.write(result, of: run, to: costs)
    try InstitutionsTable.write(result, of: run, to: institutions)
    if let stocktake { try StocktakeTable.write(result, of: run, to: stocktake) }
    for table in [outcomes, transitions, costs, institutions, stocktake, households] { try table?.flush() }
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
    try SummaryTable.write(estimates, to: summary)
    if let comparison { try ComparisonTable.write(estimates, to: comparison) }
    var tables: [WrittenTable] = []
    let files = [outcomes, summary, comparison, transitions, costs, institutions, stocktake, households]
    for table in files.compactMap(\.self) { tables.append(try table.close()) }
    let package = DataPackage(
      scenarioNames: estimates.scenarioNames, measures: measures + (hasProgrammes ? Model.programmeMeasures : []),
      tables: tables)
    let packageDigest = try write(package.json, to: DataPackage.fileName)
    let outputs = tables.map { (digest: $0.digest, rows: Optional($0.rows)) } + [(digest: packageDigest, rows: nil)]
    let recordText = record.json(outputs: outputs, execution: execution())
    let recordDigest = try write(recordText, to: RunRecord.fileName)
    return (outputs.map(\.digest) + [recordDigest]).sorted { $0.name < $1.name }
  }

  private var hasProgrammes: Bool { stocktake != nil }

  private func write(_ text: String, to name: String) throws(OutputError) -> FileDigest {
    let file = try OutputFile(name: name, directory: directory.partialPath)
    try file.write(text.utf8)
    return try file.close()
  }
}
