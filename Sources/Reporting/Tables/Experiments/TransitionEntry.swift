internal import Experiments
internal import Households

/// A row of `transitions.csv`: how many households moved from one joint state to each, over a whole run.
struct TransitionEntry: RunTable, ReadableEntry {
  var from = ""
  var counts: [Double] = []

  static let blank = TransitionEntry(counts: Array(repeating: 0, count: JointMoves.states))
  static let table = Table(
    ofRuns: "transitions",
    """
    Moves between joint states (economic/social/political) in one quarter, over the whole run: a row for each state in \
    which somebody was, a column for each in which they were a quarter later.
    """,
    key: ["from"],
    [
      .column("from", \RunRow<Self>.entry.from, "State at the start of a quarter."),
      Columns(
        JointMoves.stateNames.enumerated().map { index, name in
          .column(
            name, \.entry.counts[index], unit: "household-quarters", isCount: true,
            "Real households that were \(name) at its end, summed over quarters.")
        }),
    ])

  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {
    for (index, name) in JointMoves.stateNames.enumerated() where !result.transitions.isEmpty {
      let counts = result.transitions[index * JointMoves.states..<(index + 1) * JointMoves.states]
      if counts.contains(where: { $0 > 0 }) { try rows.add(TransitionEntry(from: name, counts: Array(counts))) }
    }
  }

  /// The number of the state at the start; nil where it is none.
  var state: Int? { JointMoves.stateNames.firstIndex(of: from) }
}
