internal import Experiments
internal import Households

/// A row of `attribution.csv`: who changed because of a scenario, as a mean over replications.
struct AttributionRow: SummaryTable {
  let scenario: String
  let cell: AttributionCell
  let estimate: Estimate

  static let needs = Dataset.Parts.comparison
  static let table = Table(
    "attribution",
    """
    Who changed because of a scenario, as means over replications: every household at the end against itself in the \
    baseline, with the same luck.
    """,
    key: ["scenario", "group", "level", "treatment", "measure"],
    [
      .scenario(\Self.scenario), .group(\.cell.group.group), .level(\.cell.group.level), .treatment(\.cell.treatment),
      .measure(\.cell.measure.name), .estimate(\.estimate), .unit(\.cell.measure.unit),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    let cells = AttributionCell.all(of: summary.groupLevels)
    for (scenario, name) in summary.scenarioNames.enumerated().dropFirst() {
      for cell in cells {
        let estimate = summary.attribution(
          scenario: scenario, group: cell.groupIndex, treatment: cell.treatmentIndex, measure: cell.measureIndex)
        if let estimate { try rows.add(AttributionRow(scenario: name, cell: cell, estimate: estimate)) }
      }
    }
  }
}
