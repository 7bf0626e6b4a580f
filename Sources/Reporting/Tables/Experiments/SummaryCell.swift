internal import Experiments
internal import Households

/// The place of a cell in a summary, in the order of rows: quarter, group and level, measure.
struct SummaryCell {
  /// Position among the groups, or among the programmes of the scenario.
  let levelIndex: Int
  let measureIndex: Int
  let unit: String
  let quarter: Int
  let group: String
  let level: String
  let measure: String

  /// The cells of the groups that are told of at one quarter, in order.
  static func groups(of summary: ExperimentSummary, quarter: Int) -> [SummaryCell] {
    summary.groups(at: quarter).flatMap { index in
      let level = summary.groupLevels[index]
      return summary.measures.enumerated().map { measure in
        SummaryCell(summary, quarter, level: (index, level.group, level.level), measure: measure)
      }
    }
  }

  /// The cells of a scenario's programmes at one quarter, in order.
  static func programmes(of summary: ExperimentSummary, scenario: Int, quarter: Int) -> [SummaryCell] {
    summary.programmeNames[scenario].enumerated().flatMap { index, name in
      Model.programmeMeasures.enumerated().map { measure in
        SummaryCell(summary, quarter, level: (index, .programmeGroup, name), measure: measure)
      }
    }
  }

  private init(
    _ summary: ExperimentSummary, _ quarter: Int, level: (index: Int, group: String, name: String),
    measure: (offset: Int, element: Measure)
  ) {
    levelIndex = level.index
    measureIndex = measure.offset
    self.quarter = summary.quarters[quarter]
    group = level.group
    self.level = level.name
    self.measure = measure.element.name
    unit = measure.element.unit
  }
}
