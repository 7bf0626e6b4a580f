package import Reporting
internal import Statistics

/// Where the tables of results are read from.
package protocol RowSource: Sendable {
  /// The rows of a table that pass all filters; none where there is no such table.
  func rows<Row: ReadableRow>(of table: Row.Type, where filters: [RowFilter<Row>]) throws -> [Row]
}

extension ReadableRow {
  /// The file of its table.
  static var fileName: String { table.schema.fileName }
}

/// What charts are drawn from: the facts of some results, and the rows of their tables.
package struct ResultSet: Sendable {
  /// Names of the scenarios, the baseline first.
  package let scenarios: [String]
  /// Whether the scenarios are compared with the first.
  package let isComparison: Bool
  /// The first quarter after the start, such as 2019-Q1.
  package let start: String
  /// Quarters that were simulated.
  package let quarters: Int
  package let replications: Int
  private let source: any RowSource

  package init(
    scenarios: [String], isComparison: Bool, start: String, quarters: Int, replications: Int,
    source: any RowSource
  ) {
    self.scenarios = scenarios
    self.isComparison = isComparison
    self.start = start
    self.quarters = quarters
    self.replications = replications
    self.source = source
  }

  /// The rows of a table that pass all filters; none where there is no such table.
  package func rows<Row: ReadableRow>(of table: Row.Type, _ filters: RowFilter<Row>...) throws -> [Row] {
    try source.rows(of: table, where: filters)
  }

  /// Whether there are enough replications for a verdict.
  package var hasEnoughReplications: Bool { EnoughReplications.isReached(by: replications) }

  /// The calendar time of a quarter as a decimal year: 0 is the opening, 2019.0 for a start in 2019-Q1.
  package func year(ofQuarter quarter: Int) -> Double {
    let parts = start.split(separator: "-Q").compactMap { Int($0) }
    guard parts.count == 2 else { return Double(quarter) / 4 }
    return Double(parts[0]) + Double(parts[1] - 1 + quarter) / 4
  }
}
