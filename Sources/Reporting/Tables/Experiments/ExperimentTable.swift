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
  /// Writes the rows of a run.
  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError)
}

/// A table of runs from which their results can be had again.
protocol ReplayedTable: RunTable {
  /// Adds to a result what the table tells of its run.
  static func replay(_ rows: RunRows<Self>, into result: inout RunResult) throws(OutputError)
}

/// A table of runs whose rows are a part of their results.
protocol PartTable: ReplayedTable {
  static var part: WritableKeyPath<RunResult, [Self]> { get }
}

extension PartTable {
  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {
    for entry in result[keyPath: part] { try rows.add(entry) }
  }

  static func replay(_ rows: RunRows<Self>, into result: inout RunResult) throws(OutputError) {
    result[keyPath: part] = try rows.all()
  }
}

/// A table that sums up all runs.
protocol SummaryTable: ExperimentTable, FindingsTable where Findings == ExperimentSummary {}

extension RunTable {
  static var schema: TableSchema { table.schema }
}
