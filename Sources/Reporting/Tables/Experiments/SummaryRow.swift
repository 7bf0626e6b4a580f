package import Experiments
internal import Households

/// A row of `summary.csv`: a mean over replications with its errors.
package struct SummaryRow: ReadableRow, SummaryTable {
  package var scenario = ""
  package var quarter = 0
  package var group = "", level = "", measure = "", unit = ""
  package var estimate = Estimate.undefined

  package static let blank = SummaryRow()
  package static let table = Table(
    "summary",
    """
    Means over replications, with Student's 95% intervals: of shares on the scale of log-odds, exact for 0 and 1, of \
    durations, ratios and amounts on that of logarithms, of balances on the plain one.
    """,
    key: ["scenario", "quarter", "group", "level", "measure"],
    [
      .scenario(\Self.scenario), .quarter(\.quarter), .group(\.group), .level(\.level), .measure(\.measure),
      .inUnit("mean", \.estimate.mean, "Mean over replications."),
      .inUnit("sd", \.estimate.standardDeviation, "Standard deviation between replications."),
      .error(\.estimate), .replications(\.estimate.replications), .unit(\.unit),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for (scenario, name) in summary.scenarioNames.enumerated() {
      for quarter in summary.quarters.indices {
        for cell in SummaryCell.groups(of: summary, quarter: quarter) {
          let estimate = summary.estimate(
            scenario: scenario, quarter: quarter, group: cell.levelIndex, measure: cell.measureIndex)
          try rows.add(SummaryRow(name, cell, estimate))
        }
        for cell in SummaryCell.programmes(of: summary, scenario: scenario, quarter: quarter) {
          let estimate = summary.programmeEstimate(
            scenario: scenario, quarter: quarter, programme: cell.levelIndex, measure: cell.measureIndex)
          if let estimate { try rows.add(SummaryRow(name, cell, estimate)) }
        }
      }
    }
  }
}

extension SummaryRow {
  private init(_ scenario: String, _ cell: SummaryCell, _ estimate: Estimate) {
    self.init(
      scenario: scenario, quarter: cell.quarter, group: cell.level.group, level: cell.level.level,
      measure: cell.measure.name, unit: cell.measure.unit, estimate: estimate)
  }
}
