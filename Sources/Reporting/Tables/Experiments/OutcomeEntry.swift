internal import Experiments
package import Households

/// A row of `outcomes.csv`: all measures of the population, or of a group of it, at an observed quarter of a run.
package struct OutcomeEntry: RunTable {
  package var quarter: Int
  package var level: GroupLevel
  package var values: [Double]

  package init(quarter: Int, level: GroupLevel, values: [Double]) {
    self.quarter = quarter
    self.level = level
    self.values = values
  }

  package static let table: Table<RunRow<OutcomeEntry>> = table(of: Model.measures)

  static func table(of dataset: Dataset) -> Table<RunRow<Self>> { table(of: dataset.measures) }

  private static func table(of measures: [Measure]) -> Table<RunRow<Self>> {
    Table(
      ofRuns: "outcomes",
      """
      Measures of each run at the observed quarters, a column for each: of the whole population, and of its groups where \
      results have all detail.
      """,
      key: ["quarter", "group", "level"],
      [
        .quarter(\RunRow<Self>.entry.quarter), .group(\.entry.level.group), .level(\.entry.level.level),
        .measures(measures, \.entry.values),
      ])
  }

  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {
    let count = rows.dataset.measures.count
    let tellsGroups = rows.dataset.parts.contains(.groups)
    for observation in result.observations {
      for (index, level) in rows.dataset.groupLevels.enumerated() where tellsGroups || level.group == "all" {
        try rows.add(
          OutcomeEntry(
            quarter: observation.quarter, level: level,
            values: Array(observation.values[index * count..<(index + 1) * count])))
      }
    }
  }
}

extension Columns {
  /// A column for each of some measures.
  static func measures(_ measures: [Measure], _ path: KeyPath<Row, [Double]>) -> Columns {
    Columns(
      measures.enumerated().map { index, measure in
        .column(
          measure.name, path.appending(path: \.[index]), unit: measure.unit, mayBeEmpty: true,
          measure.summary)
      })
  }
}
