extension MarkovChain {
  /// The distribution that stays as it is: `pi P = pi`.
  ///
  /// By elimination of states from the last to the first without any subtraction (Grassmann, Taksar and Heyman), so that
  /// every entry, however small, is exact to about `states` units in the last place.
  ///
  /// - Returns: shares of the states, which sum to 1.
  /// - Precondition: every state can be reached from every other.
  /// - Complexity: O(states^3).
  ///
  /// Source: Grassmann, Taksar and Heyman 1985, doi:10.1287/opre.33.5.1107.
  public func stationaryDistribution() -> [Double] {
    var entries = probabilities
    for last in stride(from: states - 1, to: 0, by: -1) {
      let leaving = (0..<last).reduce(0) { $0 + entries[last + states * $1] }
      precondition(leaving > 0, "a chain has one stationary distribution where all states reach each other")
      for from in 0..<last {
        let entry = entries[from + states * last] / leaving
        entries[from + states * last] = entry
        guard entry > 0 else { continue }
        for to in 0..<last { entries[from + states * to] += entry * entries[last + states * to] }
      }
    }
    var shares = [1.0]
    for state in stride(from: 1, to: states, by: 1) {
      shares.append((0..<state).reduce(0) { $0 + shares[$1] * entries[$1 + states * state] })
    }
    let total = shares.reduce(0, +)
    return shares.map { $0 / total }
  }
}
