internal import Experiments
internal import Households

/// A row of `dynamics.csv`: chronic and transient poverty, entry or exit, as a mean over replications.
struct DynamicsRow: SummaryTable {
  let scenario: String
  let level: GroupLevel
  let measure: Measure
  let pair: PairedEstimate

  static let table = Table(
    "dynamics",
    """
    Poverty over the waves of a yearly panel, as means over replications: who is poor always, sometimes and never, its \
    chronic and transient parts, entry and exit, with intervals on the scale of log-odds; with differences from the baseline, paired within replications.
    """,
    key: ["scenario", "group", "level", "measure"],
    [
      .scenario(\Self.scenario), .group(\.level.group), .level(\.level.level), .measure(\.measure.name),
      .estimate(\.pair), .unit(\.measure.unit),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    let measures = HouseholdDynamics.panelMeasures
    for (name, panel) in zip(summary.scenarioNames, summary.dynamics.panel) {
      for (index, pair) in panel.enumerated() {
        let (level, measure) = (summary.groupLevels[index / measures.count], measures[index % measures.count])
        try rows.add(DynamicsRow(scenario: name, level: level, measure: measure, pair: pair))
      }
    }
  }
}
