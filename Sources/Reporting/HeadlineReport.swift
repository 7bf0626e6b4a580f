package import Experiments
internal import Notation

/// The headline figures of an experiment, as tables for the terminal.
package struct HeadlineReport: Sendable {
  private let summary: ExperimentSummary
  private let isColored: Bool

  package init(_ summary: ExperimentSummary, isColored: Bool = false) {
    self.summary = summary
    self.isColored = isColored
  }

  package var text: String {
    let means = Heading.text(
      "Means of \(ReadableNumber.count(summary.replications, "replication")), with 95% intervals", isColored: isColored)
    guard summary.isComparison else {
      return means + scenarioTable.text
        + "\nThe cost per durable exit needs a baseline: untrap compare BASELINE SCENARIO\n"
    }
    let sections = [
      DifferenceReport(summary: summary, isColored: isColored).text,
      MoneyReport(summary: summary, isColored: isColored).text,
    ]
    return ([means + scenarioTable.text] + sections.filter { !$0.isEmpty }).joined(separator: "\n")
  }

  // MARK: - Tables

  private var scenarioTable: AlignedTable {
    let years = (summary.quarters.last ?? 0) / 4
    var table = AlignedTable(
      .words("scenario", "measure"),
      .numbers("start", "after \(ReadableNumber.count(years, "year"))", "95% interval"))
    for scenario in summary.scenarioNames.indices {
      var rows = summary.headlines.compactMap { row($0, scenario: scenario) }
      let cost = summary.costs[scenario]
      let unit = DisplayUnit.programmeCost
      rows.append([unit.label, "", unit.text(cost.mean), unit.interval(cost.low, cost.high)])
      table.addRows(rows, of: summary.scenarioNames[scenario])
    }
    return table
  }

  private func row(_ headline: HeadlineMeasure, scenario: Int) -> [String]? {
    guard let place = summary.place(of: headline), !summary.quarters.isEmpty else { return nil }
    let unit = DisplayUnit(headline)
    let start = summary.estimate(scenario: scenario, quarter: 0, group: place.group, measure: place.measure)
    let end = summary.estimate(
      scenario: scenario, quarter: summary.quarters.count - 1, group: place.group, measure: place.measure)
    return [unit.label, unit.text(start.mean), unit.text(end.mean), unit.interval(end.low, end.high)]
  }
}
