internal import Charts
internal import Experiments
internal import Foundation
internal import Reporting

/// A directory of results with what a page needs of it.
struct ResultSource {
  /// The directory, as the user named it.
  let directory: String
  /// What was recorded of it.
  let record: RunRecord
  let simulation: SimulationRecord
  /// What charts are drawn from.
  let results: ResultSet
}

extension ResultSource {
  /// Reads the record of some results; tables are read when they are asked for.
  /// - Throws: `OutputError` where there are no results, or others than are recorded; `PageError.noPage` for results that
  ///   have no page.
  init(directory: String) throws {
    self.directory = directory
    record = try RunRecord(directory: directory)
    let outputs = record.outputs
    try record.checkUnchanged(directory: directory)
    let damaged = outputs.filter { !$0.isWhole(at: directory + "/" + $0.name) }.map(\.name)
    guard damaged.isEmpty else { throw OutputError.changedFiles(path: directory, names: damaged) }
    switch record.kind {
    case .study(let simulation), .sweep(let simulation, _): self.simulation = simulation
    case .search, .traps, .measurement: throw PageError.noPage(directory: directory, command: record.command)
    }
    let scenarios = simulation.scenarios
    results = ResultSet(
      scenarios: scenarios.map(\.name),
      isComparison: record.command != "stocktake" && scenarios.count > 1,
      start: scenarios[0].values.first { $0.path == "start" }?.value.text ?? "", quarters: simulation.quarters,
      replications: simulation.replications,
      source: StoredTables(directory: directory, outputs: outputs))
  }

  /// Households that the simulated ones stand for.
  var realHouseholds: Double {
    get throws {
      let rows = try results.rows(
        of: SummaryRow.self, .only(\.group, "all"), .only(\.quarter, 0), .only(\.measure, "households"))
      return rows.first?.estimate.mean ?? .nan
    }
  }

  /// The last part of the directory, by which results are known wherever they lie.
  var name: String { URL(fileURLWithPath: directory).standardizedFileURL.lastPathComponent }
}

/// The tables of a directory of results.
private struct StoredTables: RowSource {
  let directory: String
  let outputs: [FileDigest]

  func rows<Row: ReadableRow>(of table: Row.Type, where filters: [RowFilter<Row>]) throws -> [Row] {
    try Row.read(in: directory, outputs: outputs, where: filters) ?? []
  }
}
