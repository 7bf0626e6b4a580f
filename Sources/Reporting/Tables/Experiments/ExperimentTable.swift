internal import Experiments
internal import Households

/// A table of the results of an experiment.
protocol ExperimentTable: Sendable {
  static var schema: TableSchema { get }
  /// What an experiment must have for it to be written.
  static var needs: Dataset.Parts { get }
}

extension ExperimentTable {
  static var needs: Dataset.Parts { [] }
}

/// A table that gets rows with each run.
protocol RunTable: ExperimentTable, RunEntry {
  /// The table of a dataset, which may tell of its columns.
  static func table(of dataset: Dataset) -> Table<RunRow<Self>>
  /// Writes the rows of a run.
  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError)
}

/// A table of runs whose rows are a part of their results.
protocol PartTable: RunTable {
  static var part: KeyPath<RunResult, [Self]> { get }
}

extension PartTable {
  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {
    for entry in result[keyPath: part] { try rows.add(entry) }
  }
}

/// A table that sums up all runs.
protocol SummaryTable: ExperimentTable, FindingsTable where Findings == ExperimentSummary {}

extension RunTable {
  static var schema: TableSchema { table.schema }
  static func table(of dataset: Dataset) -> Table<RunRow<Self>> { table }
  static func schema(of dataset: Dataset) -> TableSchema { table(of: dataset).schema }
}
