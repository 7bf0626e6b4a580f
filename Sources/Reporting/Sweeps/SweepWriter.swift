public import Designs
public import Experiments

/// Writes what a sweep gives as it comes, point by point, and what follows from it at the end.
public final class SweepWriter: SweepSink {
  /// What all points so far gave, those of earlier executions among them.
  public private(set) var outcomes: SweepOutcomes

  private let directory: ResultDirectory
  private let design: WrittenTable
  private let tables: TableSet

  /// Writes the design, before anything is run, and starts the outcomes, or goes on with those that are there.
  /// - Parameters:
  ///   - directory: where tables go.
  ///   - plan: what is run.
  ///   - points: the points.
  ///   - units: the units of the variables.
  /// - Throws: `OutputError`.
  public init(
    directory: ResultDirectory, plan: SweepPlan, points: PointSet, units: [String]
  ) throws(OutputError) {
    self.directory = directory
    let table = try TableFile(
      DesignTable.schema(points.variables, units: units), directory: directory.partialPath)
    try DesignTable.write(points, to: table)
    design = try table.close()
    tables = try TableSet(
      [SweepOutcomesTable.schema, UnreachedTable.schema], directory: directory.partialPath, limit: plan.points)
    outcomes =
      tables.committed > 0
      ? try SweepOutcomesTable.outcomes(of: plan, directory: directory.partialPath, expected: tables.soFar.first)
      : SweepOutcomes(plan: plan)
  }

  /// Points that are in the tables already, from the first.
  public var committed: Int { tables.committed }

  /// Writes what a point gave; it counts when this returns.
  /// - Parameter outcome: what the point gave.
  /// - Throws: `OutputError`.
  public func take(_ outcome: PointOutcome) throws {
    outcomes.add(outcome)
    try SweepOutcomesTable.write(outcome, of: outcomes.plan, to: tables[SweepOutcomesTable.schema])
    try UnreachedTable.write(outcome, to: tables[UnreachedTable.schema])
    try tables.commit(outcome.point + 1)
  }

  /// What a reader should know of programmes that have reached nobody at the points so far.
  /// - Throws: `OutputError`.
  public func reachWarnings() throws(OutputError) -> [Warning] {
    try UnreachedTable.warnings(
      directory: directory.partialPath, points: outcomes.values.count - outcomes.pointsLeftOut.count,
      expected: tables.soFar.last)
  }

  // MARK: - At the end

  /// Writes what follows from all points and the record; publishing the directory is the caller's.
  /// - Parameters:
  ///   - results: what was found.
  ///   - record: what is recorded of it.
  ///   - execution: what is recorded of this execution, asked for when all tables are written.
  /// - Returns: the files, in the order of their names.
  /// - Throws: `OutputError`.
  public func finish(
    _ results: SweepResults, record: RunRecord, execution: () -> ExecutionRecord
  ) throws(OutputError) -> [FileDigest] {
    var tables = [design] + (try self.tables.close())
    tables.append(
      try directory.written(SweepSummaryTable.schema(comparison: results.plan.isComparison)) {
        table throws(OutputError) in try SweepSummaryTable.write(results, to: table)
      })
    if results.design.method.hasUncertainty {
      tables.append(
        try directory.written(UncertaintyTable.schema) { table throws(OutputError) in
          try UncertaintyTable.write(results, to: table)
        })
    }
    if let acceptability = results.acceptability {
      tables.append(
        try directory.written(SweepAcceptabilityTable.schema) { table throws(OutputError) in
          try SweepAcceptabilityTable.write(acceptability, of: results.plan, to: table)
        })
    }
    if let schema = Self.analysisSchema(results.design.method) {
      tables.append(try directory.written(schema) { table throws(OutputError) in try write(results, to: table) })
    }
    let package = DataPackage(
      scenarioNames: results.plan.scenarioNames, measures: results.plan.measures, tables: tables)
    return try directory.finish(package) { record.json(outputs: $0, execution: execution()) }
  }

  /// The forms of all tables that there may be; what the design says of their columns is left out.
  static var schemas: [TableSchema] {
    [
      DesignTable.schema([], units: []), SweepOutcomesTable.schema, UnreachedTable.schema,
      SweepSummaryTable.schema(comparison: true),
      UncertaintyTable.schema, SweepAcceptabilityTable.schema, IndicesTable.schema, ElementaryEffectsTable.schema,
      TornadoTable.schema,
    ]
  }

  private static func analysisSchema(_ method: Design.Method) -> TableSchema? {
    switch method {
    case .sobolIndices: IndicesTable.schema
    case .morris: ElementaryEffectsTable.schema
    case .tornado: TornadoTable.schema
    case .factorial, .latinHypercube, .sobolSequence: nil
    }
  }

  private func write(_ results: SweepResults, to table: TableFile) throws(OutputError) {
    for (quantity, analysis) in results.analyses {
      switch analysis {
      case .indices(let indices): try IndicesTable.write(indices, of: quantity, results, to: table)
      case .elementaryEffects(let effects):
        try ElementaryEffectsTable.write(effects, of: quantity, results, to: table)
      case .tornado(let bars): try TornadoTable.write(bars, of: quantity, results, to: table)
      }
    }
  }
}
