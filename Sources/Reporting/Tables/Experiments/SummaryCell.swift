internal import Experiments
internal import Households

/// The place of a cell in a summary, in the order of rows: quarter, group and level, measure.
struct SummaryCell {
  /// Position among the groups, or among the programmes of the scenario.
  let levelIndex: Int
  let level: GroupLevel
  let measureIndex: Int
  let measure: Measure
  let quarter: Int

  /// The cells of the groups that are told of at one quarter, in order.
  static func groups(of summary: ExperimentSummary, quarter: Int) -> [SummaryCell] {
    summary.groups(at: quarter).flatMap { index in
      summary.measures.enumerated().map { place, measure in
        SummaryCell(
          levelIndex: index, level: summary.groupLevels[index], measureIndex: place, measure: measure,
          quarter: summary.quarters[quarter])
      }
    }
  }

  /// The cells of a scenario's programmes at one quarter, in order.
  static func programmes(of summary: ExperimentSummary, scenario: Int, quarter: Int) -> [SummaryCell] {
    summary.programmeNames[scenario].enumerated().flatMap { index, name in
      Model.programmeMeasures.enumerated().map { place, measure in
        SummaryCell(
          levelIndex: index, level: GroupLevel(group: .programmeGroup, level: name), measureIndex: place,
          measure: measure, quarter: summary.quarters[quarter])
      }
    }
  }
}
