internal import Experiments
internal import Notation
internal import Reporting
internal import Statistics

extension ResultSet {
  /// The differences of some measures from the baseline at the end, where they are defined; none where nothing is
  /// compared.
  package func differences(in measures: [String], groups: [String] = ["all"]) throws -> [BaselineDifference] {
    guard isComparison else { return [] }
    return try rows(
      of: ComparisonRow.self, .only(\.group, in: groups), .only(\.measure, in: measures), .only(\.quarter, quarters)
    ).filter(\.comparison.difference.mean.isFinite).map { BaselineDifference($0) }
  }
}

/// The differences of one measure from the baseline at the end.
struct MeasureDifferences: Sendable {
  let subject: String
  let unit: DisplayUnit
  let differences: [BaselineDifference]
  let results: ResultSet

  /// Those of one measure among others, by groups in their order; nil where there are none.
  init?(of measure: String, among all: [BaselineDifference], groups: [String] = ["all"], _ results: ResultSet) {
    differences = groups.flatMap { group in all.filter { $0.measure == measure && $0.group == group } }
    guard let first = differences.first else { return nil }
    subject = Wording.subject(measure: measure)
    unit = first.unit
    self.results = results
  }

  /// The largest difference in words, with its place; nil where all are exactly 0.
  ///
  /// It is of those that are told from none, where there are some; others that are as large are counted.
  func largest(place: (BaselineDifference) -> String) -> String? {
    let told = differences.filter(\.verdict.isTold)
    let untold = differences.filter { $0.verdict != .equal }
    guard let largest = (told.isEmpty ? untold : told).max(by: { abs($0.difference) < abs($1.difference) }) else {
      return nil
    }
    let words =
      switch largest.verdict {
      case .undecided: "the largest mean difference, which is not told apart, is"
      case .unknown: "the largest mean difference is"
      default: told.count == differences.count ? "the largest difference is" : "the largest difference told apart is"
      }
    let equals = differences.count { $0.text == largest.text } - 1
    let others = equals == 0 ? "" : " and \(ReadableNumber.count(equals, "other"))"
    return "\(words) \(largest.text) \(place(largest))\(others)"
  }
}
