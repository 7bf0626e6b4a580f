package import Experiments
internal import Households

/// A row of `comparison.csv`: a difference from the baseline, paired within replications.
package struct ComparisonRow: ReadableRow, SummaryTable {
  package var baseline = "", scenario = ""
  package var quarter = 0
  package var group = "", level = "", measure = "", unit = ""
  package var comparison = Comparison.undefined

  static let needs = Dataset.Parts.comparison
  package static let blank = ComparisonRow()
  package static let table = Table(
    "comparison", "Differences of scenarios from the baseline, paired within replications.",
    key: ["baseline", "scenario", "quarter", "group", "level", "measure"],
    [
      .baseline(\Self.baseline), .scenario(\.scenario), .quarter(\.quarter), .group(\.group), .level(\.level),
      .measure(\.measure),
      .inUnit("baseline_mean", \.comparison.baselineMean, "Mean of the baseline."),
      .inUnit("scenario_mean", \.comparison.scenarioMean, "Mean of the scenario."),
      .inUnit("difference", \.comparison.difference.mean, "Mean over replications of scenario minus baseline."),
      .column(
        "percent", \.comparison.percent, unit: "percent of baseline_mean", mayBeEmpty: true,
        "The difference relative to the baseline; empty where that is 0."),
      .ratio("ratio", \.comparison.ratio, "Scenario over baseline; empty where the baseline is 0."),
      .ratio(
        "ratio_ci_low", \.comparison.ratioLow,
        "Lower end of Fieller's 95% interval; empty where it is not bounded."),
      .ratio(
        "ratio_ci_high", \.comparison.ratioHigh,
        "Upper end of Fieller's 95% interval; empty where it is not bounded."),
      .inUnit(
        "se", \.comparison.difference.standardError, "Standard error of the difference, from the paired differences."),
      .inUnit("ci_low", \.comparison.difference.low, "Lower end of the 95% interval."),
      .inUnit("ci_high", \.comparison.difference.high, "Upper end of the 95% interval."),
      .inUnit(
        "ci_low_family", \.comparison.familyLow,
        "Lower end of the interval that covers with 95% for all scenarios compared together (Bonferroni)."),
      .inUnit(
        "ci_high_family", \.comparison.familyHigh,
        "Upper end of the interval that covers with 95% for all scenarios compared together (Bonferroni)."),
      .column(
        "variance_reduction", \.comparison.varianceReduction, unit: "variance of unpaired over paired differences",
        mayBeEmpty: true,
        "What common luck saves: unpaired runs would need so many times as many replications."),
      .replications(\.comparison.difference.replications), .unit(\.unit),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for (scenario, name) in summary.scenarioNames.enumerated().dropFirst() {
      for quarter in summary.quarters.indices {
        for cell in SummaryCell.groups(of: summary, quarter: quarter) {
          try rows.add(
            ComparisonRow(
              baseline: summary.scenarioNames[0], scenario: name, quarter: cell.quarter,
              group: cell.level.group, level: cell.level.level, measure: cell.measure.name, unit: cell.measure.unit,
              comparison: summary.comparison(
                scenario: scenario, quarter: quarter, group: cell.levelIndex, measure: cell.measureIndex)))
        }
      }
    }
  }
}

extension Columns {
  static func baseline(_ path: KeyPath<Row, String>) -> Columns {
    .column("baseline", path, "Name of the scenario compared with.")
  }

  fileprivate static func ratio(_ name: String, _ path: KeyPath<Row, Double>, _ summary: String) -> Columns {
    .column(name, path, unit: "scenario_mean / baseline_mean", mayBeEmpty: true, summary)
  }
}
