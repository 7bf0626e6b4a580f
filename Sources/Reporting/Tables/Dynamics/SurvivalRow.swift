package import Experiments
package import Households

/// A row of `survival.csv`: the share of households that still wait after so many quarters.
package struct SurvivalRow: ReadableRow, SummaryTable {
  package var scenario = "", group = "", level = ""
  package var event = SpellEvent.exit
  package var point = SurvivalCurve.Point.undefined
  /// Quarters after which at most half still wait; nil where that is never reached.
  package var median: Int?

  package static let blank = SurvivalRow()
  package static let table = Table(
    "survival",
    """
    Share of households that have not yet left dependency, left it durably, or fallen back, by quarters of waiting: over \
    replications, and pooled (Kaplan-Meier) with the interval that takes households as independent.
    """,
    key: ["scenario", "event", "group", "level", "duration"],
    [
      .scenario(\Self.scenario), .event(\.event), .group(\.group), .level(\.level), .duration(\.point.quarters),
      .column("at_risk", \.point.atRisk, unit: "real households", "Those who wait, mean over replications."),
      .column("events", \.point.events, unit: "real households", "Events in this quarter, mean over replications."),
      .share("survival", \.point.survival.mean, "Share without the event after this quarter, mean over replications."),
      .share("se", \.point.survival.standardError, "Standard error of the mean between replications."),
      .share(
        "ci_low", \.point.survival.low,
        "Lower end of the 95% interval between replications, on the scale of log-odds; exact for 0 and 1."),
      .share("ci_high", \.point.survival.high, "Upper end of the 95% interval between replications."),
      .replications(\.point.survival.replications),
      .share(
        "pooled", \.point.pooled, mayBeEmpty: false,
        "Kaplan-Meier share of the households of all replications."),
      .share(
        "pooled_se", \.point.pooledStandardError, mayBeEmpty: false, "Greenwood's standard error of the pooled share."),
      .share(
        "pooled_ci_low", \.point.pooledLow,
        "Lower end of its log-log 95% interval; empty where the share is 0 or 1."),
      .share(
        "pooled_ci_high", \.point.pooledHigh,
        "Upper end of its log-log 95% interval; empty where the share is 0 or 1."),
      .column(
        "median", \.median, unit: "quarters",
        "Quarters after which at most half of the group still wait, on the pooled curve; empty where never reached."),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for (name, curves) in zip(summary.scenarioNames, summary.dynamics.survival) {
      for curve in curves {
        let level = summary.groupLevels[curve.groupLevel]
        for point in curve.points {
          try rows.add(
            SurvivalRow(
              scenario: name, group: level.group, level: level.level, event: curve.event, point: point,
              median: curve.median))
        }
      }
    }
  }
}

extension Columns {
  fileprivate static func share(
    _ name: String, _ path: KeyPath<Row, Double>, mayBeEmpty: Bool = true, _ summary: String
  ) -> Columns {
    .column(name, path, unit: "share of households", mayBeEmpty: mayBeEmpty, summary)
  }
}
