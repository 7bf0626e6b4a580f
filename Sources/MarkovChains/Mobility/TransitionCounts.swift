/// How often members of a population were seen to come from each state to each other.
///
///     p(from, to) = n(from, to) / n(from),  standard error sqrt(p (1 - p) / n(from)), multinomial
///
/// The shares are the maximum likelihood estimates of a Markov chain, and the errors those of its large samples.
///
/// Source: Anderson and Goodman 1957, doi:10.1214/aoms/1177707039.
public struct TransitionCounts: Hashable, Sendable {
  /// The number of states.
  public let states: Int
  /// The counts by rows, `to + states * from`, in any unit.
  public let counts: [Double]
  /// The counts of all moves from each state.
  public let totals: [Double]

  /// Takes counts.
  ///
  /// - Parameters:
  ///   - states: The number of states, at least 1.
  ///   - counts: `states` x `states` counts by rows, `to + states * from`, at least 0.
  /// - Precondition: The number of counts fits, and none is negative.
  /// - Complexity: O(states^2).
  public init(states: Int, counts: [Double]) {
    precondition(states >= 1 && counts.count == states * states, "moves are counted in a square matrix")
    precondition(counts.allSatisfy { $0 >= 0 }, "counts are not negative")
    self.states = states
    self.counts = counts
    totals = (0..<states).map { from in counts[states * from..<states * (from + 1)].reduce(0, +) }
  }

  /// The count of moves from one state to another.
  public subscript(from: Int, to: Int) -> Double { counts[to + states * from] }

  /// The share of those who come to a state among all who start from another; NaN where nobody does.
  ///
  /// - Parameters:
  ///   - from: The state at the start of a step.
  ///   - to: The state at its end.
  /// - Returns: The share, 0...1.
  public func probability(from: Int, to: Int) -> Double { self[from, to] / totals[from] }

  /// The multinomial standard error of a share; NaN where nobody starts from the state.
  ///
  /// - Parameters:
  ///   - from: The state at the start of a step.
  ///   - to: The state at its end.
  ///   - unit: What one observed member counts for, above 0; 1 where counts are of members.
  /// - Returns: The error, for independent members.
  public func standardError(from: Int, to: Int, unit: Double = 1) -> Double {
    let share = probability(from: from, to: to)
    return (share * (1 - share) * unit / totals[from]).squareRoot()
  }

  /// The estimated chain on the states that somebody was seen to leave for one of them.
  ///
  /// A state that was only ever reached at the end has no row. It is left out with the moves that led to it, and so on
  /// until the rest is closed.
  ///
  /// - Returns: The chain and its states in order; nil where nothing is left.
  /// - Complexity: O(states^3) at most.
  public func chain() -> (chain: MarkovChain, states: [Int])? {
    let kept = withoutDeadEnds(Array(0..<states)) { self[$0, $1] > 0 }
    return kept.isEmpty ? nil : (MarkovChain(kept) { self[$0, $1] }, kept)
  }
}
