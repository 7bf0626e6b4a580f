/// A Markov chain on the 64 joint states `E + 4 S + 16 P`, in steps of a quarter.
public struct TransitionMatrix: Hashable, Sendable {
  /// Number of joint states.
  public static let states = DependencyState.count

  /// Probabilities by columns, `from + 64 * to`; 4,096 values.
  public var values: [Double]

  /// The chain of independent moves in three dimensions.
  ///
  ///     P(from, to) = product over dimensions of P(move in the dimension | from)
  ///
  /// - Parameter moves: the chances of each move from each state.
  public init(_ moves: MoveProbabilities) {
    let states = Self.states
    values = Array(repeating: 0, count: states * states)
    let (units, steps) = ([1, 4, 16], [1, 0, -1])
    for from in 0..<states {
      for (economic, social, political) in Self.moves {
        let to = from + steps[economic] * units[0] + steps[social] * units[1] + steps[political] * units[2]
        let probability =
          moves.values[from + states * economic] * moves.values[from + states * (3 + social)]
          * moves.values[from + states * (6 + political)]
        // Moves off the scale have no probability, and their place may belong to another state.
        if probability > 0 { values[from + states * to] = probability }
      }
    }
  }

  private static let moves = (0..<27).map { ($0 % 3, $0 / 3 % 3, $0 / 9) }

  /// The probability of coming from one state to another in a quarter.
  public subscript(from: Int, to: Int) -> Double { values[from + Self.states * to] }

  /// The sum of each row, which is 1 up to rounding.
  public var rowSums: [Double] {
    (0..<Self.states).map { from in (0..<Self.states).reduce(0) { $0 + self[from, $1] } }
  }

  /// The distribution a quarter later.
  ///
  ///     q(to) = sum over from of p(from) P(from, to)
  ///
  /// Sums run in a fixed order, so that the bits are the same everywhere; probabilities are on no grid, on which a matrix
  /// product of the library would be exact. Complexity: O(64^2).
  ///
  /// - Parameter distribution: shares of households in the 64 states.
  /// - Returns: the shares a quarter later.
  public func advanced(_ distribution: [Double]) -> [Double] {
    precondition(distribution.count == Self.states, "a distribution has a share for each joint state")
    return (0..<Self.states).map { to in
      (0..<Self.states).reduce(0) { $0 + distribution[$1] * self[$1, to] }
    }
  }
}
