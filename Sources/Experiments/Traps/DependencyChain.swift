internal import Households
internal import MarkovChains

/// The moves of a quarter between joint states, among the states that all reach each other.
struct DependencyChain: Sendable {
  /// The chain, on `states`.
  let chain: MarkovChain
  /// The joint states, ascending.
  let states: [JointState]
  /// Shares of the household-quarters in the states kept.
  let occupancy: [Double]
  /// Share of household-quarters in joint states that are left out, since they were never seen reached from the others,
  /// or never left to them; all other shares are of the rest.
  let shareLeftOut: Double

  /// The chain that moves tell: probabilities are shares of what left each state.
  ///
  /// Of the communicating classes it is the one with the most household-quarters. Complexity: O(64^3).
  /// - Parameter moves: household-quarters, `to + 64 * from`.
  /// - Note: nil without moves.
  init?(moves: [Double]) {
    let count = JointState.count
    let occupancy = (0..<count).map { from in (0..<count).reduce(0) { $0 + moves[$1 + count * from] } }
    let visited = (0..<count).filter { occupancy[$0] > 0 }
    guard !visited.isEmpty else { return nil }
    var entries = [Double](repeating: 0, count: visited.count * visited.count)
    for (row, from) in visited.enumerated() {
      let known = visited.reduce(0) { $0 + moves[$1 + count * from] }
      for (column, to) in visited.enumerated() {
        // A state that was left only for states without moves of their own is one that the others do not reach back.
        let whereStuck = row == column ? 1.0 : 0
        entries[row + visited.count * column] = known > 0 ? moves[to + count * from] / known : whereStuck
      }
    }
    self.init(MarkovChain(states: visited.count, probabilities: entries), visited, occupancy)
  }

  /// The exact chain of a profile.
  /// - Parameters:
  ///   - matrix: its matrix.
  ///   - occupancy: household-quarters in the 64 joint states.
  init(_ matrix: TransitionMatrix, occupancy: [Double]) {
    self.init(
      MarkovChain(states: JointState.count, probabilities: matrix.values), Array(0..<JointState.count), occupancy)
  }

  private init(_ whole: MarkovChain, _ indices: [Int], _ occupancy: [Double]) {
    func weight(_ members: CommunicatingClass) -> Double {
      members.states.reduce(0) { $0 + occupancy[indices[$1]] }
    }
    let classes = whole.communicatingClasses
    let largest = classes.max { weight($0) < weight($1) } ?? classes[0]
    chain = whole.restricted(to: largest.states)
    states = largest.states.map { JointState(index: indices[$0]) }
    let total = occupancy.reduce(0, +)
    let kept = weight(largest)
    self.occupancy = states.map { kept > 0 ? occupancy[$0.index] / kept : 1 / Double(largest.states.count) }
    shareLeftOut = total > 0 ? 1 - kept / total : 0
  }

  /// The same with other probabilities.
  func replacingChain(_ other: MarkovChain) -> DependencyChain {
    DependencyChain(chain: other, states: states, occupancy: occupancy, shareLeftOut: shareLeftOut)
  }

  private init(chain: MarkovChain, states: [JointState], occupancy: [Double], shareLeftOut: Double) {
    self.chain = chain
    self.states = states
    self.occupancy = occupancy
    self.shareLeftOut = shareLeftOut
  }

  /// The shares of the states that are not out of dependency, by joint state, summing to 1; all 0 where all are out.
  var sharesNotOut: [Double] {
    var shares = [Double](repeating: 0, count: JointState.count)
    for (state, share) in zip(states, occupancy) where !state.isOut { shares[state.index] = share }
    let total = shares.reduce(0, +)
    return total > 0 ? shares.map { $0 / total } : shares
  }
}
