internal import Experiments
internal import Households

/// `mobility.csv`: how mobile households are between levels, joint states, and in and out of poverty.
enum MobilityTable {
  static let schema = TableSchema(
    name: "mobility",
    summary: """
      Indices of mobility from the moves of a quarter, of a year and of three years, as means over replications; the \
      mover-stayer diagnostic holds three years against what the moves of one would give. Intervals of shares are on the \
      scale of log-odds, of stays and other indices on that of logarithms, of the excess on the plain one.
      """,
    columns: [
      .scenario,
      TableColumn("dimension", .string, "economic, social, political, joint (all three together) or poverty."),
      TableColumn("step", .string, "quarter, year or three_years: the time between two looks."),
      TableColumn("level", .string, "The level; all for the whole matrix."),
      .measure,
    ] + TableColumn.estimate(unit: "as in column unit") + TableColumn.difference(unit: "as in column unit") + [.unit],
    primaryKey: ["scenario", "dimension", "step", "level", "measure"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    for (name, figures) in zip(summary.scenarioNames, summary.dynamics.mobility) {
      for (figure, pair) in figures where pair.estimate.replications > 0 {
        try table.addRow { row in
          row.append(name)
          row.append(figure.dimension)
          row.append(figure.step)
          row.append(figure.level)
          row.append(figure.measure.name)
          row.append(pair)
          row.append(figure.measure.unit)
        }
      }
    }
  }
}
