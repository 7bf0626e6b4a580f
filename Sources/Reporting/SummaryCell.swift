internal import Experiments
internal import Households

/// The place of a cell in a summary, in the order of rows: quarter, group and level, measure.
struct SummaryCell {
  let quarterIndex: Int
  let groupIndex: Int
  let measureIndex: Int
  let unit: String
  private let quarter: Int
  private let group: String
  private let level: String
  private let measure: String

  /// All cells of one scenario, in order.
  static func all(of summary: ExperimentSummary) -> [SummaryCell] {
    summary.quarters.indices.flatMap { quarter in
      summary.groupLevels.indices.flatMap { group in
        summary.measures.indices.map { SummaryCell(summary, quarter: quarter, group: group, measure: $0) }
      }
    }
  }

  func appendKey(to row: inout CSVBuffer) {
    row.append(quarter)
    row.append(group)
    row.append(level)
    row.append(measure)
  }

  private init(_ summary: ExperimentSummary, quarter: Int, group: Int, measure: Int) {
    quarterIndex = quarter
    groupIndex = group
    measureIndex = measure
    self.quarter = summary.quarters[quarter]
    self.group = summary.groupLevels[group].group
    level = summary.groupLevels[group].level
    self.measure = summary.measures[measure].name
    unit = summary.measures[measure].unit
  }
}
