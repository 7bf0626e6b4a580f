internal import Experiments
internal import Households

/// `yearly_transitions.csv`: moves over one year and over three, between levels and in and out of poverty.
enum YearlyTransitionsTable {
  static let schema = TableSchema(
    name: "yearly_transitions",
    summary: """
      Moves between dependency levels, and in and out of poverty, from one wave of the panel to that one year later and to \
      that three years later, over all waves of a run.
      """,
    columns: [
      .scenario, .replication,
      TableColumn("years", .integer, unit: "years", "Time between the two looks."),
      TableColumn("dimension", .string, "economic, social, political or poverty."),
      TableColumn("from", .string, "Level at the first look."),
      TableColumn("to", .string, "Level at the second."),
      TableColumn("count", .number, unit: "as in column unit", "Moves, summed over waves."),
      TableColumn(
        "probability", .number, unit: "share of from", mayBeEmpty: true,
        "The count over that of all moves with the same from; empty where nobody was there."),
      TableColumn("unit", .string, "Unit of the count: poverty is of persons, dependency of households."),
    ],
    primaryKey: ["scenario", "replication", "years", "dimension", "from", "to"])

  static func write(_ result: RunResult, of run: RunIdentity, to table: TableFile) throws(OutputError) {
    guard let dynamics = result.dynamics else { return }
    for matrix in YearlyMatrix.all {
      let counts = matrix.counts(in: dynamics.yearlyMoves)
      let levels = matrix.levelNames
      for from in levels.indices {
        let total = levels.indices.reduce(0) { $0 + counts[$1 + levels.count * from] }
        for to in levels.indices {
          let count = counts[to + levels.count * from]
          try table.addRow { row in
            row.append(run)
            row.append(matrix.years)
            row.append(matrix.dimension)
            row.append(levels[from])
            row.append(levels[to])
            row.append(count)
            row.append(total == 0 ? .nan : count / total)
            row.append(matrix.unit)
          }
        }
      }
    }
  }
}
