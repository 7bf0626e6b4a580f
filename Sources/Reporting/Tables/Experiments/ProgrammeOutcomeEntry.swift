internal import Experiments
internal import Households

/// A row of `programme_outcomes.csv`: all measures of a programme at an observed quarter of a run.
struct ProgrammeOutcomeEntry: RunTable {
  var quarter = 0
  var programme = ""
  var values: [Double] = []

  static let needs: Dataset.Parts = [.programmes, .groups]
  static let table = Table(
    ofRuns: "programme_outcomes", "Measures of each programme and run at the observed quarters, a column for each.",
    key: ["quarter", "programme"],
    [
      .quarter(\RunRow<Self>.entry.quarter), .column("programme", \.entry.programme, "The programme."),
      .measures(Model.programmeMeasures, \.entry.values),
    ])

  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {
    let count = Model.programmeMeasures.count
    for observation in result.observations where !observation.programmeValues.isEmpty {
      for (index, name) in rows.dataset.programmeNames[rows.run.scenario].enumerated() {
        try rows.add(
          ProgrammeOutcomeEntry(
            quarter: observation.quarter, programme: name,
            values: Array(observation.programmeValues[index * count..<(index + 1) * count])))
      }
    }
  }
}

extension String {
  /// The group of the measures that programmes have of their own.
  static let programmeGroup = "programme"
}
