internal import Experiments
internal import Reporting

/// What one command computes, be it from a call or from the record of an earlier one.
protocol Workload {
  /// The scenarios and their households.
  var basis: Basis { get }
  /// What is simulated, as far as it is known before it runs.
  var simulation: SimulationRecord { get }
  /// Whether what is finished is kept when it is stopped.
  var isResumable: Bool { get }

  /// What is recorded of it.
  func kind(_ simulation: SimulationRecord) -> RunRecord.Kind

  /// What would be run, and what it would take.
  /// - Throws: `ModelError` where it cannot be run, `OutputError` where nothing temporary can be written.
  func dryRun(threads: Int, _ destination: Destination) throws -> String

  /// Runs what is left to run.
  func run(in directory: ResultDirectory, by work: Work) throws -> Findings
}

extension Workload {
  var isResumable: Bool { true }
}

/// What came of a workload.
struct Findings {
  /// What was simulated.
  let simulation: SimulationRecord
  /// Runs that this execution made.
  let runs: Int
  /// Memory for the state of one simulated household; NaN where it was not measured.
  var bytesPerHousehold = Double.nan
  /// What was found to be doubtful, beside what was known before.
  let warnings: [Warning]
  /// What is shown.
  let text: (_ isColored: Bool) -> String
  /// Writes what is left to write, then the record.
  let write: (_ record: RunRecord, _ execution: () -> ExecutionRecord) throws(OutputError) -> [FileDigest]
}
