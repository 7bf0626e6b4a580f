internal import Experiments
internal import Households

/// A row of `transitions.csv`: how often households moved from level to level, or from joint state to state.
struct TransitionEntry: ReplayedTable {
  var dimension = "", from = "", to = ""
  var count = 0.0, probability = Double.nan

  static let blank = TransitionEntry()
  static let table = Table(
    ofRuns: "transitions",
    """
    Moves between dependency levels in one quarter, over the whole run. Each dimension has all 16 rows; of the 4,096 \
    joint moves (economic/social/political) only those that happened are listed.
    """,
    key: ["dimension", "from", "to"],
    [
      .column("dimension", \RunRow<Self>.entry.dimension, "economic, social, political or joint."),
      .column("from", \.entry.from, "Level at the start of a quarter."),
      .column("to", \.entry.to, "Level at its end."),
      .column(
        "count", \.entry.count, unit: "household-quarters", isCount: true,
        "Real households that moved so, summed over quarters."),
      .column(
        "probability", \.entry.probability, unit: "share of from", mayBeEmpty: true,
        "The count over that of all moves with the same from; empty where nobody was there."),
    ])

  /// The dimension of moves between joint states.
  static let jointName = "joint"

  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {
    guard !result.transitions.isEmpty else { return }
    for dimension in Dimension.allCases {
      let moves = JointMoves.marginal(of: dimension, in: result.transitions)
      try write(moves, dimension: dimension.name, levels: dimension.levelNames, includingZero: true, to: rows)
    }
    try write(
      result.transitions, dimension: jointName, levels: JointMoves.stateNames, includingZero: false, to: rows)
  }

  private static func write(
    _ counts: [Double], dimension: String, levels: [String], includingZero: Bool, to rows: RunWriter<Self>
  ) throws(OutputError) {
    for from in levels.indices {
      let total = levels.indices.reduce(0) { $0 + counts[$1 + levels.count * from] }
      for to in levels.indices {
        let count = counts[to + levels.count * from]
        guard includingZero || count > 0 else { continue }
        try rows.add(
          TransitionEntry(
            dimension: dimension, from: levels[from], to: levels[to], count: count,
            probability: total == 0 ? .nan : count / total))
      }
    }
  }

  private static let stateOfName = Dictionary(
    JointMoves.stateNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

  /// Where a joint move stands among all; nil where a name is that of no joint state.
  var place: Int? {
    guard let from = Self.stateOfName[from], let to = Self.stateOfName[to] else { return nil }
    return to + JointMoves.states * from
  }

  static func replay(_ rows: RunRows<Self>, into result: inout RunResult) throws(OutputError) {
    try rows.forEach { row throws(OutputError) in
      if result.transitions.isEmpty {
        result.transitions = Array(repeating: 0, count: JointMoves.states * JointMoves.states)
      }
      guard row.dimension == jointName else { return }
      guard let place = row.place else { throw rows.failure("\(row.from) or \(row.to) is not a joint state") }
      result.transitions[place] = row.count
    }
  }
}
