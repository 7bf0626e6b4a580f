import Notation

@testable import Charts

/// Results of a few rows, as tests write them.
enum SmallResults {
  /// Results whose files hold the given lines: the heading first, cells between commas.
  static func make(
    _ scenarios: [String], quarters: Int = 8, replications: Int = 4, _ files: [String: [String]]
  ) -> ResultSet {
    ResultSet(
      command: scenarios.count > 1 ? "compare" : "run", scenarios: scenarios, isComparison: scenarios.count > 1,
      start: "2019-Q1", quarters: quarters, replications: replications, enoughReplications: 4
    ) { file, keeping in
      guard let lines = files[file] else { return nil }
      let cells = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      let kept = cells.dropFirst().filter { row in
        zip(cells[0], row).allSatisfy { column, cell in keeping[column]?.contains(cell) ?? true }
      }
      return DataTable(columns: cells[0], rows: Array(kept))
    }
  }
}

extension String {
  /// The lines of a text.
  var lines: [String] { split(separator: "\n").map(String.init) }
}

extension Chart.Panel {
  /// The rows as JSON text.
  var text: [String] { rows.map(\.compact) }
}
