/// A Markov chain on finitely many states: the probabilities of coming from each state to each other in one step.
///
///     P(from, to) >= 0,  sum over to of P(from, to) = 1
public struct MarkovChain: Hashable, Sendable {
  /// The number of states.
  public let states: Int
  /// The probabilities by columns, `from + states * to`.
  public let probabilities: [Double]

  /// Rows may miss 1 by so much, which rounding explains.
  public static let tolerance = 1e-9

  /// Creates a chain.
  ///
  /// - Parameters:
  ///   - states: The number of states, at least 1.
  ///   - probabilities: `states` x `states` values by columns, `from + states * to`.
  /// - Precondition: The probabilities are not negative, and each row sums to 1 but for ``tolerance``.
  /// - Complexity: O(states^2).
  public init(states: Int, probabilities: [Double]) {
    precondition(states >= 1 && probabilities.count == states * states, "a chain has a square matrix")
    precondition(probabilities.allSatisfy { $0 >= 0 }, "probabilities are not negative")
    self.states = states
    self.probabilities = probabilities
    precondition(
      (0..<states).allSatisfy { (sumOfRow($0) - 1).magnitude <= Self.tolerance }, "each row of a chain sums to 1")
  }

  /// The probability of coming from one state to another in one step.
  public subscript(from: Int, to: Int) -> Double { probabilities[from + states * to] }

  private func sumOfRow(_ from: Int) -> Double { (0..<states).reduce(0) { $0 + self[from, $1] } }
}
