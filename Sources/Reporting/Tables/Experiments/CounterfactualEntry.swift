internal import Experiments
internal import Households

/// A row of `counterfactuals.csv`: who changed because of a scenario in a replication.
struct CounterfactualEntry: RunTable {
  var group = "", level = "", treatment = "", measure = "", unit = ""
  var value = Double.nan

  static let needs: Dataset.Parts = [.comparison, .groups]
  static let table = Table(
    ofRuns: "counterfactuals",
    """
    Who changed because of a scenario, by replication: every household at the end against itself in the baseline, \
    with the same luck.
    """,
    key: ["group", "level", "treatment", "measure"],
    [
      .group(\RunRow<Self>.entry.group), .level(\.entry.level), .treatment(\.entry.treatment),
      .measure(\.entry.measure), .inUnit("value", \.entry.value, "The value; empty for a mean or share of nobody."),
      .unit(\.entry.unit),
    ])

  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {
    guard !result.attribution.isEmpty else { return }
    for cell in AttributionCell.all(of: rows.dataset.groupLevels) {
      try rows.add(
        CounterfactualEntry(
          group: cell.group.group, level: cell.group.level, treatment: cell.treatment, measure: cell.measure.name,
          unit: cell.measure.unit, value: result.attribution[cell.position]))
    }
  }
}
