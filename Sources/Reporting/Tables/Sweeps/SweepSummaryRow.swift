internal import Experiments
internal import Households

/// A row of `summary.csv` of a sweep: a mean over the replications of a point.
struct SweepSummaryRow: FindingsTable {
  let point: Int
  let scenario: String
  let measure: Measure
  let value: Estimate
  /// The difference from the baseline; undefined for the baseline itself.
  let difference: Estimate

  static let table: Table<Self> = table(comparison: true)

  /// Differences are there only where there is something to compare.
  static func table(of results: SweepResults) -> Table<Self> { table(comparison: results.plan.isComparison) }

  private static func table(comparison: Bool) -> Table<Self> {
    let differences: [Columns<Self>] = [
      .inUnit(
        "difference", \.difference.mean,
        "Mean over replications of scenario minus baseline; empty for the baseline."),
      .inUnit(
        "difference_se", \.difference.standardError,
        "Standard error of the difference, from the paired differences."),
      .inUnit("difference_low", \.difference.low, "Lower end of the 95% interval of the difference."),
      .inUnit("difference_high", \.difference.high, "Upper end of the 95% interval of the difference."),
    ]
    return Table(
      "summary", "Means over the replications of each point, with Student's 95% intervals.",
      key: ["point", "scenario", "measure"],
      [.point(\.point), .scenario(\.scenario), .measure(\.measure.name), .estimate(\.value)]
        + (comparison ? differences : []) + [.unit(\.measure.unit)])
  }

  static func write(_ results: SweepResults, to rows: RowWriter<Self>) throws(OutputError) {
    let (plan, outcomes) = (results.plan, results.outcomes)
    func estimate(_ scenario: Int, _ measure: Int, isDifference: Bool, point: Int) -> Estimate {
      outcomes.estimate(
        of: SweepQuantity(scenario: scenario, measure: measure, isDifference: isDifference), point: point)
    }
    for point in 0..<plan.points where !outcomes.values[point].isEmpty {
      for (scenario, name) in plan.scenarioNames.enumerated() {
        for (index, measure) in plan.measures.enumerated() {
          try rows.add(
            SweepSummaryRow(
              point: point + 1, scenario: name, measure: measure,
              value: estimate(scenario, index, isDifference: false, point: point),
              difference: scenario > 0 ? estimate(scenario, index, isDifference: true, point: point) : .undefined))
        }
      }
    }
  }
}
