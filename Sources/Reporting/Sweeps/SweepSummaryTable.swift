internal import Experiments
internal import Households

/// `summary.csv` of a sweep: means over the replications of each point.
enum SweepSummaryTable {
  /// The table; differences only where there is something to compare.
  static func schema(comparison: Bool) -> TableSchema {
    let differences: [TableColumn] = [
      .inUnit("difference", "Mean over replications of scenario minus baseline; empty for the baseline."),
      .inUnit("difference_se", "Standard error of the difference, from the paired differences."),
      .inUnit("difference_low", "Lower end of the 95% interval of the difference."),
      .inUnit("difference_high", "Upper end of the 95% interval of the difference."),
    ]
    return TableSchema(
      name: "summary", summary: "Means over the replications of each point, with Student's 95% intervals.",
      columns: [
        .point, .scenario, .measure, .inUnit("mean", "Mean over replications."),
        .inUnit("se", "Standard error of the mean."), .inUnit("ci_low", "Lower end of the 95% interval."),
        .inUnit("ci_high", "Upper end of the 95% interval."), .replications,
      ] + (comparison ? differences : []) + [.unit],
      primaryKey: ["point", "scenario", "measure"])
  }

  static func write(_ results: SweepResults, to table: TableFile) throws(OutputError) {
    let (plan, outcomes) = (results.plan, results.outcomes)
    for point in 0..<plan.points where !outcomes.values[point].isEmpty {
      for (scenario, name) in plan.scenarioNames.enumerated() {
        for (index, measure) in plan.measures.enumerated() {
          let value = outcomes.estimate(
            of: SweepQuantity(scenario: scenario, measure: index, isDifference: false), point: point)
          let difference = outcomes.estimate(
            of: SweepQuantity(scenario: scenario, measure: index, isDifference: true), point: point)
          try table.addRow { row in
            row.append(point + 1)
            row.append(name)
            row.append(measure.name)
            row.append(value)
            row.append(value.replications)
            if plan.isComparison {
              if scenario > 0 { row.append(difference) } else { for _ in 0..<4 { row.append("") } }
            }
            row.append(measure.unit)
          }
        }
      }
    }
  }
}
