import Notation
import TestSupport

@testable import Charts

/// Results of a few rows, as tests write them.
enum SmallResults {
  /// Results whose files hold the given lines.
  static func make(
    _ scenarios: [String], quarters: Int = 8, replications: Int = 10, _ files: [String: [String]]
  ) -> ResultSet {
    ResultSet(
      scenarios: scenarios, isComparison: scenarios.count > 1,
      start: "2019-Q1", quarters: quarters, replications: replications,
      source: SmallTables(files))
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
