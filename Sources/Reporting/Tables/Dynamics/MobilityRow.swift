internal import Experiments
internal import Households

/// A row of `mobility.csv`: how mobile households are between levels, joint states, or in and out of poverty.
struct MobilityRow: SummaryTable {
  let scenario: String
  let figure: MobilityFigure
  let pair: PairedEstimate

  static let table = Table(
    "mobility",
    """
    Indices of mobility from the moves of a quarter, of a year and of three years, as means over replications; the \
    mover-stayer diagnostic holds three years against what the moves of one would give. Intervals of shares are on the \
    scale of log-odds, of stays and other indices on that of logarithms, of the excess on the plain one.
    """,
    key: ["scenario", "dimension", "step", "level", "measure"],
    [
      .scenario(\Self.scenario),
      .column(
        "dimension", \.figure.dimension, "economic, social, political, joint (all three together) or poverty."),
      .column("step", \.figure.step, "quarter, year or three_years: the time between two looks."),
      .column("level", \.figure.level, "The level; all for the whole matrix."), .measure(\.figure.measure.name),
      .estimate(\.pair), .unit(\.figure.measure.unit),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for (name, figures) in zip(summary.scenarioNames, summary.dynamics.mobility) {
      for (figure, pair) in figures where pair.estimate.replications > 0 {
        try rows.add(MobilityRow(scenario: name, figure: figure, pair: pair))
      }
    }
  }
}
