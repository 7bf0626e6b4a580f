public import Experiments
internal import Households

/// Writes what an analysis of traps found.
public enum TrapsWriter {
  private typealias Table = (schema: TableSchema, write: (TrapStudy, TableFile) throws(OutputError) -> Void)

  /// The tables, and how they are written.
  private static var tables: [Table] {
    [
      (ExitTable.schema, ExitTable.write), (ClassesTable.schema, ClassesTable.write),
      (TrapsTable.schema, TrapsTable.write),
      (ElasticitiesTable.schema, ElasticitiesTable.write), (ChainTable.schema, ChainTable.write),
      (PassageTimesTable.schema, PassageTimesTable.write), (SpectrumTable.schema, SpectrumTable.write),
    ]
  }

  /// The forms of the tables.
  static var schemas: [TableSchema] { tables.map(\.schema) }

  /// Writes the tables, their description and the record; publishing the directory is the caller's.
  /// - Parameters:
  ///   - study: what was found.
  ///   - directory: where files go.
  ///   - record: what is recorded of it.
  ///   - execution: what is recorded of this execution, asked for when all tables are written.
  /// - Returns: the files, in the order of their names.
  /// - Throws: `OutputError`.
  public static func write(
    _ study: TrapStudy, into directory: ResultDirectory, record: RunRecord, execution: () -> ExecutionRecord
  ) throws(OutputError) -> [FileDigest] {
    var tables: [WrittenTable] = []
    for (schema, write) in self.tables {
      tables.append(try directory.written(schema) { table throws(OutputError) in try write(study, table) })
    }
    let package = DataPackage(
      scenarioNames: study.scenarios.map(\.scenarioName), measures: measures, tables: tables)
    return try directory.finish(package) { record.json(outputs: $0, execution: execution()) }
  }

  private static var measures: [Measure] {
    let all = TrapQuantity.ofScenario.map(\.measure) + TrapQuantity.SetQuantity.allCases.map(\.measure)
    return all.map { Measure(name: $0.name, unit: $0.unit, summary: $0.summary) }
  }
}
