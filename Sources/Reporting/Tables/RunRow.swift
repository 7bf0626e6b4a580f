package import Experiments

/// What a table of runs tells in a row beside the run.
package protocol RunEntry: Sendable {
  static var table: Table<RunRow<Self>> { get }
}

/// What a table of runs tells, where it is read back, too.
package protocol ReadableEntry: RunEntry {
  /// What cells are read into.
  static var blank: Self { get }
}

/// A row that belongs to a run.
@dynamicMemberLookup
package struct RunRow<Entry: RunEntry>: TableRow {
  package var scenario: String
  /// The replication, from 1.
  package var replication: Int
  /// What it tells of the run.
  package var entry: Entry

  package init(_ run: RunIdentity, _ entry: Entry) {
    scenario = run.scenarioName
    replication = run.replication
    self.entry = entry
  }

  /// What it tells of the run.
  package subscript<Value>(dynamicMember path: KeyPath<Entry, Value>) -> Value { entry[keyPath: path] }

  package static var table: Table<RunRow> { Entry.table }
}

extension RunRow: ReadableRow where Entry: ReadableEntry {
  package static var blank: RunRow { RunRow(RunIdentity(scenario: 0, scenarioName: "", replication: 0), Entry.blank) }
}

extension Table {
  /// A table of runs: scenario and replication come before its own columns.
  init<Entry>(
    ofRuns name: String, _ summary: String, key: [String], _ columns: [Columns<Row>]
  ) where Row == RunRow<Entry> {
    self.init(
      name, summary, key: ["scenario", "replication"] + key,
      [.scenario(\.scenario), .replication(\.replication)] + columns)
  }
}
