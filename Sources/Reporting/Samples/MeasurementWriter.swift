/// Writes what has been measured: the table, its description, and the record.
package enum MeasurementWriter {
  /// Writes all files and tells them by name; publishing the directory is the caller's.
  ///
  /// What is recorded of the execution is asked for when all tables are written.
  package static func write(
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
