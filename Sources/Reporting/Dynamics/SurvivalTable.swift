internal import Experiments
internal import Households

/// `survival.csv`: the share of households that still wait, by quarters of waiting.
enum SurvivalTable {
  static let schema = TableSchema(
    name: "survival",
    summary: """
      Share of households that have not yet left dependency, left it durably, or fallen back, by quarters of waiting: over \
      replications, and pooled (Kaplan-Meier) with the interval that takes households as independent.
      """,
    columns: [
      .scenario, .event, .group, .level, .duration,
      TableColumn("at_risk", .number, unit: "real households", "Those who wait, mean over replications."),
      TableColumn("events", .number, unit: "real households", "Events in this quarter, mean over replications."),
      TableColumn(
        "survival", .number, unit: "share of households", mayBeEmpty: true,
        "Share without the event after this quarter, mean over replications."),
      TableColumn(
        "se", .number, unit: "share of households", mayBeEmpty: true,
        "Standard error of the mean between replications."),
      TableColumn(
        "ci_low", .number, unit: "share of households", mayBeEmpty: true,
        "Lower end of the 95% interval between replications, on the scale of log-odds; exact for 0 and 1."),
      TableColumn(
        "ci_high", .number, unit: "share of households", mayBeEmpty: true,
        "Upper end of the 95% interval between replications."),
      .replications,
      TableColumn(
        "pooled", .number, unit: "share of households", "Kaplan-Meier share of the households of all replications."),
      TableColumn("pooled_se", .number, unit: "share of households", "Greenwood's standard error of the pooled share."),
      TableColumn(
        "pooled_ci_low", .number, unit: "share of households", mayBeEmpty: true,
        "Lower end of its log-log 95% interval; empty where the share is 0 or 1."),
      TableColumn(
        "pooled_ci_high", .number, unit: "share of households", mayBeEmpty: true,
        "Upper end of its log-log 95% interval; empty where the share is 0 or 1."),
      TableColumn(
        "median", .integer, unit: "quarters", mayBeEmpty: true,
        "Quarters after which at most half of the group still wait, on the pooled curve; empty where never reached."),
    ],
    primaryKey: ["scenario", "event", "group", "level", "duration"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    for (name, curves) in zip(summary.scenarioNames, summary.dynamics.survival) {
      for curve in curves {
        let level = summary.groupLevels[curve.groupLevel]
        for point in curve.points {
          try table.addRow { row in
            row.append(name)
            row.append(curve.event.rawValue)
            row.append(level.group)
            row.append(level.level)
            row.append(point.quarters)
            row.append(point.atRisk)
            row.append(point.events)
            row.append(point.survival)
            row.append(point.survival.replications)
            row.append(point.pooled)
            row.append(point.pooledStandardError)
            row.append(point.pooledLow)
            row.append(point.pooledHigh)
            row.append(curve.median.map(Double.init) ?? .nan)
          }
        }
      }
    }
  }
}
