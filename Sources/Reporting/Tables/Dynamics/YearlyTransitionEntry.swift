internal import Experiments
internal import Households

/// A row of `yearly_transitions.csv`: moves over one year or three, between levels or in and out of poverty.
package struct YearlyTransitionEntry: RunTable, ReadableEntry {
  package var years = 0
  package var dimension = "", from = "", to = "", unit = ""
  package var count = 0.0

  package static let blank = YearlyTransitionEntry()
  package static let table = Table(
    ofRuns: "yearly_transitions",
    """
    Moves between dependency levels, and in and out of poverty, from one wave of the panel to that one year later and to \
    that three years later, over all waves of a run.
    """,
    key: ["years", "dimension", "from", "to"],
    [
      .column("years", \RunRow<Self>.entry.years, unit: "years", "Time between the two looks."),
      .column("dimension", \.entry.dimension, "economic, social, political or poverty."),
      .column("from", \.entry.from, "Level at the first look."), .column("to", \.entry.to, "Level at the second."),
      .column("count", \.entry.count, unit: "as in column unit", isCount: true, "Moves, summed over waves."),
      .column("unit", \.entry.unit, "Unit of the count: poverty is of persons, dependency of households."),
    ])

  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {
    guard let dynamics = result.dynamics else { return }
    for matrix in YearlyMatrix.all {
      let counts = matrix.counts(in: dynamics.yearlyMoves)
      let levels = matrix.levelNames
      for from in levels.indices {
        for to in levels.indices {
          try rows.add(
            YearlyTransitionEntry(
              years: matrix.years, dimension: matrix.dimension, from: levels[from], to: levels[to], unit: matrix.unit,
              count: counts[to + levels.count * from]))
        }
      }
    }
  }
}
