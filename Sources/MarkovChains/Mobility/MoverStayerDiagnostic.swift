/// Whether more members stay where they are over several steps than a Markov chain with their yearly moves would have.
///
///     excess(j) = P_observed over k steps(j, j) - (P of one step)^k(j, j)
///
/// Where members differ, so that some move often and some hardly ever, the excess is positive: those who stay are
/// undercounted by a chain that takes all for alike. It is near 0 for a homogeneous chain.
///
/// Source: Blumen, Kogan and McCarthy 1955, The Industrial Mobility of Labor as a Probability Process, chapter 7;
/// Goodman 1961, Journal of the American Statistical Association 56, 841-868.
public struct MoverStayerDiagnostic: Hashable, Sendable {
  /// The observed share of each state that is in it again after all steps; NaN where nobody was.
  public let observed: [Double]
  /// What the chain of one step gives for it; NaN where that is not known for all states.
  public let expected: [Double]

  /// Observed less expected, by state.
  public var excess: [Double] { zip(observed, expected).map { $0 - $1 } }

  /// Compares counts of one step with those of several.
  ///
  /// - Parameters:
  ///   - once: Moves over one step.
  ///   - several: Moves over several steps, among the same states.
  ///   - steps: How many steps these are, at least 1.
  /// - Precondition: The states are the same.
  /// - Complexity: O(steps x states^3).
  public init(once: TransitionCounts, several: TransitionCounts, steps: Int) {
    precondition(once.states == several.states, "moves are compared among the same states")
    precondition(steps >= 1, "moves take a step")
    observed = (0..<several.states).map { several.probability(from: $0, to: $0) }
    let states = once.states
    guard let (chain, known) = once.chain(), known.count == states else {
      expected = Array(repeating: .nan, count: states)
      return
    }
    expected = (0..<states).map { start in
      chain.advanced((0..<states).map { $0 == start ? 1.0 : 0 }, steps: steps)[start]
    }
  }
}
