/// A file that extends no other, such as a design, read and checked by itself.
struct CheckedFile {
  /// The file as it was read.
  let source: ScenarioSource
  /// Its keys as they stand.
  let root: ScenarioNode
  /// Its keys as they were checked.
  let values: CheckedRecord
  /// What was found to be wrong.
  let reporter: Reporter

  /// Reads a file; what is wrong with its keys is reported.
  /// - Throws: `ScenarioError` where it cannot be read.
  init(path: String, reader: LayerReader, as record: Record) throws(ScenarioError) {
    var reader = reader
    guard let root = reader.readAlone(path: path) else { throw reader.reporter.error }
    var checker = Checker(reporter: reader.reporter)
    values = checker.check(root, as: record, path: "", site: Site(origin: .file(path: path, line: 1, column: 1)))
    source = reader.sources[0]
    self.root = root
    reporter = checker.reporter
  }
}
