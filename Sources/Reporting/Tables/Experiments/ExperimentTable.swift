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
  static func write(_ result: RunResult, of run: RunIdentity, _ dataset: Dataset, to rows: RunWriter<Self>)
    throws(OutputError)
}

/// A table of runs from which their results can be had again.
protocol ReplayedTable: RunTable {
  /// Adds to a result what the table tells of its run.
  static func replay(_ run: RunIdentity, _ dataset: Dataset, from rows: RunRows<Self>, into result: inout RunResult)
    throws(OutputError)
}

/// A table that sums up all runs.
protocol SummaryTable: ExperimentTable, FindingsTable where Findings == ExperimentSummary {}

extension RunTable {
  static var schema: TableSchema { table.schema }
}
