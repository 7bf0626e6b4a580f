internal import Experiments
internal import Households

/// A row of `decomposition.csv`: what a group of households, a dimension or an indicator adds to an index.
struct DecompositionRow: SummaryTable {
  let scenario: String
  let quarter: Int
  let cell: DecompositionCell
  let estimate: Estimate

  static let needs = Dataset.Parts.decomposition
  static let table = Table(
    "decomposition",
    """
    What makes up the indices of poverty, dependency, deprivation and inequality, as means over replications: by groups \
    of households, and by the dimensions and indicators of dependency and deprivation.
    """,
    key: ["scenario", "quarter", "measure", "partition", "part", "quantity"],
    [
      .scenario(\Self.scenario), .quarter(\.quarter), .measure(\.cell.measure.name),
      .column(
        "partition", \.cell.partition, "What divides the index: a group of households, or dimension or indicator."),
      .column(
        "part", \.cell.part,
        """
        The part: a level of the group, a dimension or an indicator; within_groups and between_groups for indices of \
        inequality, which the levels make up only within groups.
        """),
      .column(
        "quantity", \.cell.quantity,
        """
        share of the part in the whole (or the weight of an indicator), index of the part alone (or the censored \
        headcount ratio of an indicator), contribution to the index of all, share x index, or percent of that.
        """),
      .estimate(\.estimate), .column("unit", \.cell.unit, "Unit of the quantity."),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    let decompositions = summary.decompositions
    for (scenario, name) in summary.scenarioNames.enumerated() {
      for (quarter, number) in summary.quartersOfGroups.enumerated() {
        for (index, cell) in decompositions.cells.enumerated() {
          let estimate = decompositions.estimate(scenario: scenario, quarter: quarter, cell: index)
          try rows.add(DecompositionRow(scenario: name, quarter: number, cell: cell, estimate: estimate))
        }
      }
    }
  }
}

extension DecompositionCell.Quantity: Cell {}
