internal import Experiments
internal import Households

/// `decomposition.csv`: what makes up the indices, by groups of households, dimensions and indicators.
enum DecompositionTable {
  static let schema = TableSchema(
    name: "decomposition",
    summary: """
      What makes up the indices of poverty, dependency, deprivation and inequality, as means over replications: by groups \
      of households, and by the dimensions and indicators of dependency and deprivation.
      """,
    columns: [
      .scenario, .quarter, .measure,
      TableColumn(
        "partition", .string, "What divides the index: a group of households, or dimension or indicator."),
      TableColumn(
        "part", .string,
        """
        The part: a level of the group, a dimension or an indicator; within_groups and between_groups for indices of \
        inequality, which the levels make up only within groups.
        """),
      TableColumn(
        "quantity", .string,
        """
        share of the part in the whole (or the weight of an indicator), index of the part alone (or the censored \
        headcount ratio of an indicator), contribution to the index of all, share x index, or percent of that.
        """),
      TableColumn("mean", .number, unit: "as in column unit", mayBeEmpty: true, "Mean over replications."),
      TableColumn("se", .number, unit: "as in column unit", mayBeEmpty: true, "Standard error of the mean."),
      TableColumn("ci_low", .number, unit: "as in column unit", mayBeEmpty: true, "Lower end of the 95% interval."),
      TableColumn("ci_high", .number, unit: "as in column unit", mayBeEmpty: true, "Upper end of the 95% interval."),
      .replications,
      TableColumn("unit", .string, "Unit of the quantity."),
    ],
    primaryKey: ["scenario", "quarter", "measure", "partition", "part", "quantity"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    let decompositions = summary.decompositions
    for (scenario, name) in summary.scenarioNames.enumerated() {
      for (quarter, number) in summary.quarters.enumerated() {
        for (index, cell) in decompositions.cells.enumerated() {
          let estimate = decompositions.estimate(scenario: scenario, quarter: quarter, cell: index)
          try table.addRow { row in
            row.append(name)
            row.append(number)
            row.append(cell.measure.name)
            row.append(cell.partition)
            row.append(cell.part)
            row.append(cell.quantity.rawValue)
            row.append(estimate.mean)
            row.append(estimate.standardError)
            row.append(estimate.low)
            row.append(estimate.high)
            row.append(estimate.replications)
            row.append(cell.unit)
          }
        }
      }
    }
  }
}
