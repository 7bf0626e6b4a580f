public import Experiments
public import Households

/// Writes the results of an experiment as they come: tables, their description, and the record of the run.
public final class DatasetWriter: ResultSink {
  private let directory: ResultDirectory
  private let groupLevels: [GroupLevel]
  private let measures: [Measure]
  private let programmeNames: [[String]]
  private let hasProgrammes: Bool
  private let isComparison: Bool
  private let hasMicrodata: Bool
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
    self.groupLevels = groupLevels
    self.measures = measures
    self.programmeNames = programmeNames
    isComparison = comparison
    hasMicrodata = microdata
    hasProgrammes = programmeNames.contains { !$0.isEmpty }
    let schemas = Self.growingTables(comparison: comparison, programmes: hasProgrammes, microdata: microdata)
    tables = try TableSet(schemas, directory: directory.partialPath, limit: limit)
  }

  /// The tables that get rows with each replication; the others sum up.
  static func growingTables(comparison: Bool, programmes: Bool, microdata: Bool) -> [TableSchema] {
    [OutcomesTable.schema] + (comparison ? [CounterfactualsTable.schema] : [])
      + [
        TransitionsTable.schema, YearlyTransitionsTable.schema, SpellsTable.schema, PanelTable.schema,
        QuantilesTable.schema, CostsTable.schema, CourseTable.schema, InstitutionsTable.schema,
      ]
      + (programmes ? [StocktakeTable.schema, ReachTable.schema] : []) + (microdata ? [HouseholdsTable.schema] : [])
  }

  /// The replications that are in the tables already.
  /// - Parameter plan: what is run.
  /// - Returns: their runs; nil where there are none.
  public func finishedReplications(of plan: ExperimentPlan) -> (any FinishedReplications)? {
    finishedReplications(
      scenarioNames: plan.scenarios.map(\.name), shape: RunShape(plan, groupLevels: groupLevels, measures: measures))
  }

  func finishedReplications(scenarioNames: [String], shape: RunShape) -> FinishedTables? {
    guard tables.committed > 0 else { return nil }
    return FinishedTables(
      directory: directory.partialPath, count: tables.committed, scenarioNames: scenarioNames,
      hasProgrammes: hasProgrammes, hasCounterfactuals: isComparison, groupLevels: groupLevels, shape: shape,
      contents: tables.soFar)
  }

  // MARK: - While it runs

  /// Writes a household.
  /// - Parameters:
  ///   - household: the household.
  ///   - run: the run it belongs to.
  /// - Throws: `OutputError`.
  public func take(_ household: HouseholdRecord, of run: RunIdentity) throws {
    guard hasMicrodata else { return }
    try HouseholdsTable.write(household, of: run, to: tables[HouseholdsTable.schema])
  }

  /// Writes what a run produced.
  /// - Parameters:
  ///   - result: the result.
  ///   - run: the run.
  /// - Throws: `OutputError`.
  public func take(_ result: RunResult, of run: RunIdentity) throws {
    try OutcomesTable.write(
      result, of: run, groupLevels: groupLevels, measures: measures, programmes: programmeNames[run.scenario],
      to: tables[OutcomesTable.schema])
    try TransitionsTable.write(result, of: run, to: tables[TransitionsTable.schema])
    try YearlyTransitionsTable.write(result, of: run, to: tables[YearlyTransitionsTable.schema])
    try SpellsTable.write(result, of: run, groupLevels: groupLevels, to: tables[SpellsTable.schema])
    try PanelTable.write(result, of: run, groupLevels: groupLevels, to: tables[PanelTable.schema])
    try QuantilesTable.write(result, of: run, to: tables[QuantilesTable.schema])
    try CostsTable.write(result, of: run, to: tables[CostsTable.schema])
    try CourseTable.write(result, of: run, to: tables[CourseTable.schema])
    if isComparison {
      try CounterfactualsTable.write(
        result, of: run, groupLevels: groupLevels, to: tables[CounterfactualsTable.schema])
    }
    try InstitutionsTable.write(result, of: run, to: tables[InstitutionsTable.schema])
    guard hasProgrammes else { return }
    try StocktakeTable.write(result, of: run, to: tables[StocktakeTable.schema])
    try ReachTable.write(result, of: run, to: tables[ReachTable.schema])
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
    let grown = try self.tables.close()
    var tables = Array(grown.prefix(1))
    let summaries = Self.summaries(
      comparison: isComparison, programmes: hasProgrammes,
      decomposition: DecompositionSummary.isPossible(groupLevels: groupLevels, measures: measures))
    for (schema, write) in summaries {
      tables.append(
        try directory.written(schema) { table throws(OutputError) in try write(estimates, table) })
    }
    tables += grown.dropFirst()
    let changes = isComparison ? EndState.measures.filter { !measures.contains($0) } : []
    let package = DataPackage(
      scenarioNames: estimates.scenarioNames,
      measures: measures + (hasProgrammes ? Model.programmeMeasures : []) + changes
        + HouseholdDynamics.panelMeasures + MobilityFigure.measures, tables: tables)
    return try directory.finish(package) { record.json(outputs: $0, execution: execution()) }
  }

  private typealias Summary = (schema: TableSchema, write: (ExperimentSummary, TableFile) throws(OutputError) -> Void)

  /// The forms of all tables that there may be.
  static var schemas: [TableSchema] {
    growingTables(comparison: true, programmes: true, microdata: true)
      + summaries(comparison: true, programmes: true, decomposition: true).map(\.schema)
  }

  /// The tables that sum up, and how they are written.
  private static func summaries(comparison: Bool, programmes: Bool, decomposition: Bool) -> [Summary] {
    var summaries: [Summary] = [(SummaryTable.schema, SummaryTable.write)]
    if decomposition { summaries.append((DecompositionTable.schema, DecompositionTable.write)) }
    if comparison {
      summaries.append((ComparisonTable.schema, ComparisonTable.write))
      summaries.append((RankingTable.schema, RankingTable.write))
      summaries.append((AttributionTable.schema, AttributionTable.write))
      summaries.append((EffectivenessTable.schema, EffectivenessTable.write))
      summaries.append((FrontierTable.schema, FrontierTable.write))
      summaries.append((AcceptabilityTable.schema, AcceptabilityTable.write))
    }
    if programmes { summaries.append((BudgetImpactTable.schema, BudgetImpactTable.write)) }
    summaries += [
      (SurvivalTable.schema, SurvivalTable.write), (MobilityTable.schema, MobilityTable.write),
      (TransitionMatrixTable.schema, TransitionMatrixTable.write), (DynamicsTable.schema, DynamicsTable.write),
      (GrowthIncidenceTable.schema, GrowthIncidenceTable.write),
    ]
    if comparison { summaries.append((SurvivalComparisonTable.schema, SurvivalComparisonTable.write)) }
    return summaries
  }
}
