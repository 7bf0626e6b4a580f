/// What is recorded of results beside their tables, so that they can be understood and had again from the record alone.
package struct RunRecord: Sendable {
  /// The file it is written to.
  package static let fileName = "run.json"

  /// What the results are of, with all that is recorded of such results alone.
  package enum Kind: Sendable {
    /// Scenarios: `run`, `compare` and `stocktake`.
    case study(SimulationRecord)
    /// Scenarios at the points of a design: `sweep` and `sensitivity`.
    case sweep(SimulationRecord, DesignRecord)
    /// The best mix of programmes: `optimize`.
    case search(SimulationRecord, PortfolioRecord)
    /// Where households get stuck: `traps`.
    case traps(SimulationRecord, TrapsRecord)
    /// A survey, without any simulation: `measure`.
    case measurement(MeasurementRecord)
  }

  package var version = SoftwareVersion.current
  /// The command that made the results.
  package var command: String
  package var kind: Kind
  /// The files that were read, each once.
  package var inputs: [FileRecord]
  /// What a reader should know before believing the results, each once; nothing in records of versions that kept none.
  package var warnings: [Warning] = []
  /// The files of the results with their rows; none while they are being made.
  var files: [FileRecord] = []
  /// Whether unfinished results are to replace those that are there; nil where they are finished.
  package var replacesResults: Bool?
  /// What is known of the execution.
  package var execution = ExecutionRecord.unknown
  /// Whether what determines the results is as it was written, by the digest under `execution`.
  package internal(set) var isAsWritten = true

  package init(command: String, kind: Kind, inputs: [FileRecord] = []) {
    self.command = command
    self.kind = kind
    self.inputs = inputs
  }

  /// What was simulated; nil where nothing was.
  package var simulation: SimulationRecord? {
    switch kind {
    case .study(let simulation), .sweep(let simulation, _), .search(let simulation, _), .traps(let simulation, _):
      simulation
    case .measurement: nil
    }
  }

  /// What results are finished in, one by one, and how many of these there are to be; nil where that is known at the end.
  package var planned: (number: Int?, unit: String) {
    switch kind {
    case .study(let simulation): (simulation.precision == nil ? simulation.replications : nil, "replications")
    case .sweep(_, let design): (design.points, "points")
    case .search, .traps, .measurement: (nil, "replications")
    }
  }

  /// The files of the results; none while they are being made.
  package var outputs: [FileDigest] { files.map(\.digest) }

  /// The text of a file that was read whole.
  package func text(of file: String) -> String? { inputs.lazy.filter { $0.name == file }.compactMap(\.text).first }

  /// The files whose text does not have the digest that stands beside it.
  package var changedTexts: [String] { inputs.filter(\.isChanged).map(\.name) }

  /// The survey; nil for the published margins.
  package var surveyFile: FileDigest? { inputs.first { $0.text == nil }?.digest }
}
