internal import Experiments
internal import Households

/// The replications that the tables of a result hold, read back one run at a time.
///
/// Numbers are written in the shortest form that reads back as the same number, so that what is summed up from here is
/// summed up to the same bits.
struct FinishedTables: FinishedReplications {
  let directory: String
  let count: Int
  let scenarioNames: [String]
  let dataset: Dataset
  /// What each run must have.
  let shape: RunShape
  /// What the tables hold, by their files: what is summed up was read from these bytes and no others.
  let contents: [FileDigest]

  func replay(_ take: (RunResult, RunIdentity) throws -> Void) throws {
    let tables = try dataset.parts.growing.compactMap { table throws(OutputError) in
      try (table as? any ReplayedTable.Type)?.rows(in: directory, dataset)
    }
    for replication in stride(from: 1, through: count, by: 1) {
      for (index, name) in scenarioNames.enumerated() {
        let run = RunIdentity(scenario: index, scenarioName: name, replication: replication)
        var result = RunResult(observations: [], transitions: [], costs: [])
        result.dynamics = HouseholdDynamics(spells: [], panel: [], yearlyMoves: [], quantiles: [])
        for table in tables { try table.replay(run, into: &result) }
        if result.dynamics?.isEmpty == true { result.dynamics = nil }
        if let fault = shape.fault(of: result, scenario: index) {
          throw OutputError.cannotRead(
            path: directory, reason: "replication \(replication) of \(name) has not \(fault)")
        }
        try take(result, run)
      }
    }
    for table in tables { try table.end(contents.first { $0.name == table.fileName }) }
  }
}

extension HouseholdDynamics {
  /// Whether households were not followed.
  fileprivate var isEmpty: Bool {
    spells.joined().isEmpty && panel.isEmpty && yearlyMoves.isEmpty && quantiles.isEmpty
  }
}

extension ReplayedTable {
  fileprivate static func rows(in directory: String, _ dataset: Dataset) throws(OutputError) -> any ReplayedRows {
    try RunRows<Self>(directory: directory, dataset)
  }
}

/// The rows of a table of runs, whatever table it is.
private protocol ReplayedRows {
  var fileName: String { get }
  func replay(_ run: RunIdentity, into result: inout RunResult) throws(OutputError)
  func end(_ expected: FileDigest?) throws(OutputError)
}

extension RunRows: ReplayedRows where Entry: ReplayedTable {
  fileprivate func replay(_ run: RunIdentity, into result: inout RunResult) throws(OutputError) {
    self.run = run
    try Entry.replay(self, into: &result)
  }
}
