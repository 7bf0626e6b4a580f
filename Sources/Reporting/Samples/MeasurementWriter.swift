/// Writes what has been measured: the table, its description, and the record.
public enum MeasurementWriter {
  /// Writes all files; publishing the directory is the caller's.
  /// - Parameters:
  ///   - samples: what was measured.
  ///   - directory: where the files go.
  ///   - terms: the names of what was measured.
  ///   - measurement: what was to be measured.
  ///   - record: what is recorded of it.
  ///   - execution: what is recorded of this execution, asked for when the table is written.
  /// - Returns: the files, in the order of their names.
  /// - Throws: `OutputError`.
  public static func write(
    _ samples: [SampleMeasures], into directory: ResultDirectory, terms: SampleTerms, of measurement: MeasurementRecord,
    record: RunRecord, execution: () -> ExecutionRecord
  ) throws(OutputError) -> [FileDigest] {
    let measured = Measurement(samples: samples, terms: terms, isOfRuns: measurement.data == .microdata)
    let name = record.inputs.map(\.name).joined()
    let package = DataPackage(
      subjects: ["measures of", name], title: "Poverty, inequality and deprivation in \(name)",
      summary: """
        Estimates from a sample, with standard errors from its design. Numbers have a decimal point and no thousands \
        separators; an empty cell is an undefined value. run.json tells how they came about.
        """,
      measures: terms.measures.map(terms.description),
      tables: try directory.written(TableCatalogue.measurement, of: measured))
    return try directory.finish(package, record: record, execution: execution)
  }
}
