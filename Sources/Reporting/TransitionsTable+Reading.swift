internal import Experiments
internal import Households

extension TransitionsTable {
  private static let stateOfName = Dictionary(
    JointMoves.stateNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

  /// The joint moves of a run, as they were written; none where it has told none.
  static func transitions(of run: RunIdentity, from rows: RunRows) throws(OutputError) -> [Double] {
    let (dimension, count) = (try rows.column("dimension"), try rows.column("count"))
    let (from, to) = (try rows.column("from"), try rows.column("to"))
    let joint = Array(jointName.utf8)
    var transitions: [Double] = []
    try rows.forEach(of: run) { row throws(OutputError) in
      if transitions.isEmpty { transitions = Array(repeating: 0, count: JointMoves.states * JointMoves.states) }
      guard row.holds(joint, in: dimension) else { return }
      guard let first = stateOfName[row.text(from)], let second = stateOfName[row.text(to)] else {
        throw rows.failure("\(row.text(from)) or \(row.text(to)) is not a joint state")
      }
      transitions[second + JointMoves.states * first] = try row.count(count)
    }
    return transitions
  }
}
