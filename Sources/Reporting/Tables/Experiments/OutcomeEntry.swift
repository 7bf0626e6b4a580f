internal import Experiments
internal import Households

/// A row of `outcomes.csv`: a measure of a group or of a programme at an observed quarter of a run.
package struct OutcomeEntry: ReplayedTable {
  package var quarter = 0
  package var group = "", level = "", measure = "", unit = ""
  package var value = Double.nan

  package static let blank = OutcomeEntry()
  package static let table = Table(
    ofRuns: "outcomes", "Measures of each run, by group and by programme, at the observed quarters.",
    key: ["quarter", "group", "level", "measure"],
    [
      .quarter(\RunRow<Self>.entry.quarter), .group(\.entry.group), .level(\.entry.level), .measure(\.entry.measure),
      .inUnit(
        "value", \.entry.value, "The value; empty where the group has no households or the measure is undefined."),
      .unit(\.entry.unit),
    ])

  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {
    let dataset = rows.dataset
    let programmes = dataset.programmeNames[rows.run.scenario].map { GroupLevel(group: .programmeGroup, level: $0) }
    for observation in result.observations {
      try write(observation.values, at: observation.quarter, dataset.groupLevels, dataset.measures, to: rows)
      guard !observation.programmeValues.isEmpty else { continue }
      try write(
        observation.programmeValues, at: observation.quarter, programmes, Model.programmeMeasures, to: rows)
    }
  }

  private static func write(
    _ values: [Double], at quarter: Int, _ levels: [GroupLevel], _ measures: [Measure], to rows: RunWriter<Self>
  ) throws(OutputError) {
    var row = OutcomeEntry(quarter: quarter)
    for (levelIndex, level) in levels.enumerated() {
      (row.group, row.level) = (level.group, level.level)
      for (measureIndex, measure) in measures.enumerated() {
        (row.measure, row.unit) = (measure.name, measure.unit)
        row.value = values[measureIndex + levelIndex * measures.count]
        try rows.add(row)
      }
    }
  }

  static func replay(_ rows: RunRows<Self>, into result: inout RunResult) throws(OutputError) {
    try rows.forEach { row in
      if result.observations.last?.quarter != row.quarter {
        result.observations.append(Observation(quarter: row.quarter, values: []))
      }
      let last = result.observations.count - 1
      if row.group == .programmeGroup {
        result.observations[last].programmeValues.append(row.value)
      } else {
        result.observations[last].values.append(row.value)
      }
    }
    guard !result.observations.isEmpty else {
      throw rows.failure("replication \(rows.run.replication) of \(rows.run.scenarioName) should begin here")
    }
  }
}

extension String {
  /// The group of the measures that programmes have of their own.
  static let programmeGroup = "programme"
}
