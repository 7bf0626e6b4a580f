extension MarkovChain {
  /// Where a distribution comes to in the end.
  ///
  ///     sum over closed classes of (chance of ending in the class) x (its stationary distribution)
  ///
  /// Where all states reach each other that is the stationary distribution, whatever the start. Shares that go round for
  /// ever, as in a chain that alternates between two states, count as their mean over time.
  ///
  /// - Parameter distribution: Shares of the states, which sum to 1.
  /// - Returns: Shares of the states, which sum to 1; nil where the equations cannot be refined.
  /// - Complexity: O(states^3).
  ///
  /// Source: Kemeny and Snell 1976, Finite Markov Chains, chapters 3 to 5.
  public func longRun(from distribution: [Double]) -> [Double]? {
    precondition(distribution.count == states, "a distribution has a share for each state")
    let classes = communicatingClasses
    let closed = classes.filter(\.isClosed)
    if closed.count == 1, closed[0].states.count == states { return stationaryDistribution() }
    let passing = classes.filter { !$0.isClosed }.flatMap(\.states).sorted()
    var ends = closed.map { $0.states.reduce(0) { $0 + distribution[$1] } }
    if !passing.isEmpty {
      let chain = AbsorbingChain(
        states: passing.count, targets: closed.count, moves: passing.flatMap { to in passing.map { self[$0, to] } },
        absorption: closed.flatMap { end in passing.map { from in end.states.reduce(0) { $0 + self[from, $1] } } })
      guard let chances = chain.absorptionProbabilities() else { return nil }
      for end in closed.indices {
        for (row, state) in passing.enumerated() {
          ends[end] += distribution[state] * chances[row + passing.count * end]
        }
      }
    }
    var shares = [Double](repeating: 0, count: states)
    for (end, share) in zip(closed, ends) {
      for (state, part) in zip(end.states, restricted(to: end.states).stationaryDistribution()) {
        shares[state] = share * part
      }
    }
    return shares
  }
}
