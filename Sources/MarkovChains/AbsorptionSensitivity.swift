/// By how much the expected time until absorption changes when single moves become likelier.
public struct AbsorptionSensitivity: Sendable {
  /// The mean number of steps from the starting mix.
  public let expectedSteps: Double
  /// The mean number of visits to each state from the starting mix.
  public let visits: [Double]
  private let steps: [Double]

  /// Prepares the changes.
  /// - Parameters:
  ///   - chain: the chain.
  ///   - start: shares of the transient states at the start, summing to 1.
  ///   - steps: the mean number of steps from each state.
  ///   - fundamentalMatrix: N by columns.
  /// - Complexity: O(states^2).
  public init(_ chain: AbsorbingChain, start: [Double], steps: [Double], fundamentalMatrix: [Double]) {
    let states = chain.states
    precondition(start.count == states && steps.count == states, "each state has a share and a time")
    self.steps = steps
    expectedSteps = zip(start, steps).reduce(0) { $0 + $1.0 * $1.1 }
    visits = (0..<states).map { to in
      (0..<states).reduce(0) { $0 + start[$1] * fundamentalMatrix[$1 + states * to] }
    }
  }

  /// The percentage by which the expected time changes for each percent by which some moves from a state become likelier.
  ///
  /// The rest of the row is scaled down in proportion. With J the moves, r their sum, n the visits, t the mean times and
  /// t_j = 0 in a target,
  ///
  ///     (1 / T) dT/da = n_i (sum over J of p_ij t_j - r (t_i - 1)) / ((1 - r) T),  p_ij -> (1 + a) p_ij in J
  ///
  /// - Parameters:
  ///   - from: a transient state.
  ///   - moves: where each leads, nil for a target, and its probability.
  /// - Returns: the elasticity; 0 where nothing else can happen.
  /// - Complexity: O(moves).
  ///
  /// Source: Caswell 2013, doi:10.1016/j.laa.2011.07.046.
  public func elasticity(from: Int, moves: [(to: Int?, probability: Double)]) -> Double {
    let raised = moves.reduce(0) { $0 + $1.probability }
    guard raised < 1 else { return 0 }
    let after = moves.reduce(0) { sum, move in sum + move.probability * (move.to.map { steps[$0] } ?? 0) }
    return visits[from] * (after - raised * (steps[from] - 1)) / ((1 - raised) * expectedSteps)
  }
}

extension MarkovChain {
  /// The chain in which some moves are likelier; the rest of each row is scaled down in proportion.
  ///
  ///     p'_ij = (1 + a) p_ij for the moves named, (1 - (1 + a) r_i) / (1 - r_i) p_ij for others,  r_i: sum of the named
  ///
  /// No row goes beyond 1; rows in which nothing else can happen stay.
  ///
  /// - Parameters:
  ///   - share: by how much, a, relative to the probability; above -1.
  ///   - isRaised: tells which moves, by from and to.
  /// - Returns: the changed chain.
  /// - Complexity: O(states^2).
  public func raising(by share: Double, where isRaised: (_ from: Int, _ to: Int) -> Bool) -> MarkovChain {
    var entries = probabilities
    for from in 0..<states {
      let named = (0..<states).map { isRaised(from, $0) }
      let raised = (0..<states).reduce(0) { named[$1] ? $0 + self[from, $1] : $0 }
      let rest = (0..<states).reduce(0) { named[$1] ? $0 : $0 + self[from, $1] }
      guard raised > 0, rest > 0 else { continue }
      let wanted = min((1 + share) * raised, 1)
      for to in 0..<states { entries[from + states * to] *= named[to] ? wanted / raised : (1 - wanted) / rest }
    }
    return MarkovChain(states: states, probabilities: entries)
  }
}
