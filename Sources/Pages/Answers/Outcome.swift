internal import Charts
internal import Notation

/// How one scenario differs from the baseline in one measure at the end.
struct Outcome {
  let scenario: String
  let unit: DisplayUnit
  let difference: Double
  /// The interval that holds for all scenarios together, 95%; NaN with one replication.
  let low: Double
  let high: Double

  /// What the interval tells.
  enum Reading: Equatable {
    case more, less, same, unclear, tooFewReplications, unknown
  }

  private let isJudged: Bool

  /// Reads a row of `comparison.csv`.
  /// - Parameters:
  ///   - row: the row.
  ///   - measure: its measure.
  ///   - isJudged: whether there are enough replications for a verdict.
  init(_ row: DataTable.Row, measure: String, isJudged: Bool) {
    self.isJudged = isJudged
    scenario = row["scenario"]
    unit = DisplayUnit(measure: measure, unit: row["unit"])
    difference = row.number("difference")
    low = row.number("ci_low_family")
    high = row.number("ci_high_family")
  }

  var reading: Reading {
    guard low.isFinite, high.isFinite else { return .unknown }
    if difference == 0, low == high { return .same }
    guard isJudged else { return .tooFewReplications }
    if low <= 0, high >= 0 { return .unclear }
    return difference > 0 ? .more : .less
  }

  /// `63 to 94`.
  var interval: String { unit.differenceInterval(low, high) }
}

extension ResultSource {
  /// The differences of all scenarios from the baseline at the end, in the order of the scenarios; empty where nothing
  /// is compared or the measure is not there.
  func outcomes(_ measure: String, group: String = "all") throws -> [Outcome] {
    guard results.isComparison,
      let table = try results.table(
        "comparison.csv", ["quarter": ["\(results.quarters)"], "group": [group], "measure": [measure]])
    else { return [] }
    return table.rows().map { Outcome($0, measure: measure, isJudged: results.hasEnoughReplications) }
      .filter { $0.difference.isFinite }
  }
}
