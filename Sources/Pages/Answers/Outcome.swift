internal import Experiments
internal import Notation
internal import Reporting

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
  ///   - isJudged: whether there are enough replications for a verdict.
  init(_ row: ComparisonRow, isJudged: Bool) {
    self.isJudged = isJudged
    scenario = row.scenario
    unit = DisplayUnit(measure: row.measure, unit: row.unit)
    difference = row.comparison.difference.mean
    (low, high) = (row.comparison.familyLow, row.comparison.familyHigh)
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
  func outcomes(_ measure: String) throws -> [Outcome] {
    guard results.isComparison else { return [] }
    let rows = try results.rows(
      of: ComparisonRow.self, .only(\.quarter, results.quarters), .only(\.group, "all"), .only(\.measure, measure))
    return rows.map { Outcome($0, isJudged: results.hasEnoughReplications) }.filter(\.difference.isFinite)
  }
}
