/// A chain that ends: from each transient state it moves to another or into one of the targets, where it stays.
///
///     P = | Q  R |    Q: transient to transient,  R: transient to target
///         | 0  I |
///
/// Source: Kemeny and Snell 1976, Finite Markov Chains, chapter 3.
public struct AbsorbingChain: Sendable {
  /// Number of transient states.
  public let states: Int
  /// Number of targets.
  public let targets: Int
  /// Q by columns, `from + states * to`.
  public let moves: [Double]
  /// R by columns, `from + states * target`.
  public let absorption: [Double]
  /// I - Q, its diagonal summed from what leaves a state, so that long stays lose no digits.
  private let generator: [Double]

  /// Creates a chain.
  /// - Parameters:
  ///   - states: number of transient states, at least 1.
  ///   - targets: number of targets, at least 1.
  ///   - moves: Q, `states` x `states` by columns.
  ///   - absorption: R, `states` x `targets` by columns.
  /// - Precondition: no probability is negative, and each row of Q and R together sums to 1.
  public init(states: Int, targets: Int, moves: [Double], absorption: [Double]) {
    precondition(states >= 1 && targets >= 1, "a chain that ends has a state and a target")
    precondition(moves.count == states * states && absorption.count == states * targets, "the matrices fit")
    precondition((moves + absorption).allSatisfy { $0 >= 0 }, "probabilities are not negative")
    self.states = states
    self.targets = targets
    self.moves = moves
    self.absorption = absorption
    var generator = moves.map { -$0 }
    for state in 0..<states {
      let elsewhere = (0..<states).reduce(0) { $1 == state ? $0 : $0 + moves[state + states * $1] }
      let absorbed = (0..<targets).reduce(0) { $0 + absorption[state + states * $1] }
      generator[state * (states + 1)] = elsewhere + absorbed
      precondition(
        (elsewhere + absorbed + moves[state * (states + 1)] - 1).magnitude <= MarkovChain.tolerance,
        "each row of a chain sums to 1")
    }
    self.generator = generator
  }

  /// The mean number of visits to each state, the start among them: `N = (I - Q)^-1`.
  ///
  /// - Returns: N by columns, `from + states * to`; nil where some state cannot reach a target.
  /// - Complexity: O(states^3).
  public func fundamentalMatrix() -> [Double]? {
    RefinedEquations.solve(generator, MarkovChain.identity(states), order: states)
  }

  /// The mean number of steps until a target is reached, from each state: `t = N 1`.
  ///
  /// - Returns: steps; nil where some state cannot reach a target.
  /// - Complexity: O(states^3).
  public func expectedSteps() -> [Double]? {
    RefinedEquations.solve(generator, Array(repeating: 1, count: states), order: states)
  }

  /// The variance of the number of steps, from each state.
  ///
  ///     (2 N - I) t - t o t
  ///
  /// - Parameter steps: the mean number of steps.
  /// - Returns: squared steps; nil where some state cannot reach a target.
  /// - Complexity: O(states^3).
  public func varianceOfSteps(_ steps: [Double]) -> [Double]? {
    guard let twice = RefinedEquations.solve(generator, steps.map { 2 * $0 }, order: states) else { return nil }
    return zip(twice, steps).map { $0 - $1 - $1 * $1 }
  }

  /// The probability of ending in each target, from each state: `B = N R`.
  ///
  /// - Returns: B by columns, `from + states * target`; nil where some state cannot reach a target.
  /// - Complexity: O(states^3).
  public func absorptionProbabilities() -> [Double]? {
    RefinedEquations.solve(generator, absorption, order: states)
  }

  /// The probability of having reached any target, from each state, after some numbers of steps.
  ///
  /// - Parameter horizons: numbers of steps, ascending.
  /// - Returns: for each horizon the probability from each state.
  /// - Complexity: O(states^2 steps).
  public func absorbedWithin(_ horizons: [Int]) -> [[Double]] {
    let once = (0..<states).map { state in (0..<targets).reduce(0) { $0 + absorption[state + states * $1] } }
    var absorbed = [Double](repeating: 0, count: states)
    var step = 0
    return horizons.map { horizon in
      while step < horizon {
        absorbed = (0..<states).map { from in
          (0..<states).reduce(once[from]) { $0 + moves[from + states * $1] * absorbed[$1] }
        }
        step += 1
      }
      return absorbed
    }
  }
}
