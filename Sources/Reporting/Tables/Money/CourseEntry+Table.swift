internal import Experiments
package import Households

/// A row of `course.csv`: where households are in a quarter of a run, and how they move.
extension CourseEntry: PartTable {
  package static let table = Table(
    ofRuns: "course",
    """
    Real households at each level of each dimension in every quarter, those out of dependency and in poverty, and \
    their moves between neighbouring levels.
    """,
    key: ["quarter"],
    [
      .quarter(\RunRow<Self>.entry.quarter), Columns(levels),
      .households("out", \.entry.out, "Households out of dependency."),
      .households("dependent", \.entry.dependent, "Households in dependency."),
      .households(
        "durably_out", \.entry.durablyOut, "Households that have been out of dependency for four quarters or more."),
      .households("poor_households", \.entry.poorHouseholds, "Households below the poverty line."),
      .column("poor_persons", \.entry.poorPersons, unit: "persons", "Persons in them."), Columns(moves),
    ])

  private static let levels = Dimension.allCases.flatMap { dimension in
    dimension.levelNames.enumerated().map { level, name -> Columns<RunRow<CourseEntry>> in
      .households(
        "\(dimension.name)_\(name)", \.entry.levels[level + dimension.levelNames.count * dimension.rawValue],
        "Households at \(dimension.name) level \(level), \(name).")
    }
  }

  private static let moves = LevelMove.allCases.enumerated().map { index, move -> Columns<RunRow<CourseEntry>> in
    .households(
      move.name, \.entry.moves[index],
      "Households that made this move between \(move.dimension.name) levels in the quarter.")
  }

  static var part: KeyPath<RunResult, [Self]> { \.course }
}

extension Columns {
  fileprivate static func households(_ name: String, _ path: KeyPath<Row, Double>, _ summary: String) -> Columns {
    .column(name, path, unit: "households", summary)
  }
}
