internal import Experiments
internal import Households

/// `dynamics.csv`: chronic and transient poverty, entry and exit, as means over replications.
enum DynamicsTable {
  static let schema = TableSchema(
    name: "dynamics",
    summary: """
      Poverty over the waves of a yearly panel, as means over replications: who is poor always, sometimes and never, its \
      chronic and transient parts, entry and exit, with intervals on the scale of log-odds; with differences from the baseline, paired within replications.
      """,
    columns: [.scenario, .group, .level, .measure] + TableColumn.estimate(unit: "as in column unit")
      + TableColumn.difference(unit: "as in column unit") + [.unit],
    primaryKey: ["scenario", "group", "level", "measure"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    let measures = HouseholdDynamics.panelMeasures
    for (name, panel) in zip(summary.scenarioNames, summary.dynamics.panel) {
      for (index, pair) in panel.enumerated() {
        let (level, measure) = (summary.groupLevels[index / measures.count], measures[index % measures.count])
        try table.addRow { row in
          row.append(name)
          row.append(level.group)
          row.append(level.level)
          row.append(measure.name)
          row.append(pair)
          row.append(measure.unit)
        }
      }
    }
  }
}
