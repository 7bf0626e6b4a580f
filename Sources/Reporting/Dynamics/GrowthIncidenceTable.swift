internal import Experiments

/// `growth_incidence.csv`: how fast the welfare of each twentieth of all persons has grown.
enum GrowthIncidenceTable {
  static let schema = TableSchema(
    name: "growth_incidence",
    summary: """
      Growth of the mean welfare of each twentieth of all persons, whoever is in it at either time (Ravallion and Chen), \
      as means over replications.
      """,
    columns: [
      .scenario, .quantile,
      TableColumn(
        "start_welfare", .number, unit: "consumption / need", mayBeEmpty: true,
        "Mean welfare at the start, mean over replications."),
      TableColumn(
        "end_welfare", .number, unit: "consumption / need", mayBeEmpty: true,
        "Mean welfare at the end, mean over replications."),
    ] + TableColumn.estimate(unit: "growth a year, share") + TableColumn.difference(unit: "growth a year, share"),
    primaryKey: ["scenario", "quantile"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    for (name, growth) in zip(summary.scenarioNames, summary.dynamics.growth) {
      for (index, part) in growth.enumerated() {
        try table.addRow { row in
          row.append(name)
          row.append(index + 1)
          row.append(part.start.mean)
          row.append(part.end.mean)
          row.append(part.growth)
        }
      }
    }
  }
}
