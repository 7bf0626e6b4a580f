internal import Experiments
internal import Households

/// `transitions.csv`: how often households moved from level to level in each dimension, and from joint state to state.
enum TransitionsTable {
  static let schema = TableSchema(
    name: "transitions",
    summary: """
      Moves between dependency levels in one quarter, over the whole run. Each dimension has all 16 rows; of the 4,096 \
      joint moves (economic/social/political) only those that happened are listed.
      """,
    columns: [
      .scenario, .replication,
      TableColumn("dimension", .string, "economic, social, political or joint."),
      TableColumn("from", .string, "Level at the start of a quarter."),
      TableColumn("to", .string, "Level at its end."),
      TableColumn("count", .number, unit: "household-quarters", "Real households that moved so, summed over quarters."),
      TableColumn(
        "probability", .number, unit: "share of from", mayBeEmpty: true,
        "The count over that of all moves with the same from; empty where nobody was there."),
    ],
    primaryKey: ["scenario", "replication", "dimension", "from", "to"])

  /// The dimension of moves between joint states.
  static let jointName = "joint"

  static func write(_ result: RunResult, of run: RunIdentity, to table: TableFile) throws(OutputError) {
    guard !result.transitions.isEmpty else { return }
    for dimension in Dimension.allCases {
      try write(
        JointMoves.marginal(of: dimension, in: result.transitions), dimension: dimension.name,
        levels: dimension.levelNames,
        includingZero: true, of: run, to: table)
    }
    try write(
      result.transitions, dimension: jointName, levels: JointMoves.stateNames, includingZero: false, of: run, to: table)
  }

  private static func write(
    _ counts: [Double], dimension: String, levels: [String], includingZero: Bool, of run: RunIdentity,
    to table: TableFile
  ) throws(OutputError) {
    for from in levels.indices {
      let total = levels.indices.reduce(0) { $0 + counts[$1 + levels.count * from] }
      for to in levels.indices {
        let count = counts[to + levels.count * from]
        guard includingZero || count > 0 else { continue }
        try table.addRow { row in
          row.append(run)
          row.append(dimension)
          row.append(levels[from])
          row.append(levels[to])
          row.append(count)
          row.append(total == 0 ? .nan : count / total)
        }
      }
    }
  }
}
