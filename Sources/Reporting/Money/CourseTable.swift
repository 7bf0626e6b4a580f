internal import Experiments
internal import Households

/// `course.csv`: where households are in every quarter, and how they move.
enum CourseTable {
  static let schema = TableSchema(
    name: "course",
    summary: """
      Real households at each level of each dimension in every quarter, those out of dependency and in poverty, and \
      their moves between neighbouring levels.
      """,
    columns: [.scenario, .replication, .quarter] + levels
      + [
        column("out", "Households out of dependency."),
        column("dependent", "Households in dependency."),
        column("durably_out", "Households that have been out of dependency for four quarters or more."),
        column("poor_households", "Households below the poverty line."),
        TableColumn("poor_persons", .number, unit: "persons", "Persons in them."),
      ] + moves,
    primaryKey: ["scenario", "replication", "quarter"])

  private static let levels = Dimension.allCases.flatMap { dimension in
    dimension.levelNames.enumerated().map { level, name in
      column("\(dimension.name)_\(name)", "Households at \(dimension.name) level \(level), \(name).")
    }
  }

  private static let moves = LevelMove.allCases.map { move in
    column(move.name, "Households that made this move between \(move.dimension.name) levels in the quarter.")
  }

  private static func column(_ name: String, _ summary: String) -> TableColumn {
    TableColumn(name, .number, unit: "households", summary)
  }

  static func write(_ result: RunResult, of run: RunIdentity, to table: TableFile) throws(OutputError) {
    for entry in result.course {
      try table.addRow { row in
        row.append(run)
        row.append(entry.quarter)
        for level in entry.levels { row.append(level) }
        for count in [entry.out, entry.dependent, entry.durablyOut, entry.poorHouseholds, entry.poorPersons] {
          row.append(count)
        }
        for move in entry.moves { row.append(move) }
      }
    }
  }

  /// The course of a run, as it was written.
  static func entries(of run: RunIdentity, from rows: RunRows) throws(OutputError) -> [CourseEntry] {
    var entries: [CourseEntry] = []
    try rows.forEach(of: run) { row throws(OutputError) in
      func numbers(_ columns: [TableColumn]) throws(OutputError) -> [Double] {
        var numbers: [Double] = []
        for column in columns { numbers.append(try row.number(rows.column(column.name))) }
        return numbers
      }
      entries.append(
        CourseEntry(
          quarter: try row.whole(rows.column("quarter")), levels: try numbers(levels), moves: try numbers(moves),
          out: try row.number(rows.column("out")), dependent: try row.number(rows.column("dependent")),
          durablyOut: try row.number(rows.column("durably_out")),
          poorHouseholds: try row.number(rows.column("poor_households")),
          poorPersons: try row.number(rows.column("poor_persons"))))
    }
    return entries
  }
}
