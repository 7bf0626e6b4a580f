internal import Experiments
internal import Households

/// A row of `panel.csv`: who is poor in which years, chronic and transient poverty, entry or exit in a replication.
struct PanelEntry: RunTable {
  var group = "", level = "", measure = "", unit = ""
  var value = Double.nan

  static let needs = Dataset.Parts.groups
  static let table = Table(
    ofRuns: "panel",
    "Measures of a panel that visits every household at the start and at every year's end, by replication.",
    key: ["group", "level", "measure"],
    [
      .group(\RunRow<Self>.entry.group), .level(\.entry.level), .measure(\.entry.measure),
      .inUnit("value", \.entry.value, "The value; empty where the group has nobody or the measure is undefined."),
      .unit(\.entry.unit),
    ])

  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {
    guard let dynamics = result.dynamics else { return }
    for (levelIndex, level) in rows.dataset.groupLevels.enumerated() {
      for (index, measure) in HouseholdDynamics.panelMeasures.enumerated() {
        try rows.add(
          PanelEntry(
            group: level.group, level: level.level, measure: measure.name, unit: measure.unit,
            value: dynamics.panel[index + HouseholdDynamics.panelMeasures.count * levelIndex]))
      }
    }
  }
}
