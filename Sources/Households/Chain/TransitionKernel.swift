import Simulation

/// The moves of a quarter as a Markov chain on the 64 joint states, for households of given profiles.
///
/// With `x` the features of a profile in a state, `L = x W` the log-odds of the six moves, and `u` and `v` those of
/// moving up and down in a dimension,
///
///     P(up) = e^u / (1 + e^u + e^v),  P(down) = e^v / (1 + e^u + e^v),  P(stay) = 1 / (1 + e^u + e^v)
///
/// with moves off the scale left out, and the joint probability is the product over dimensions (model, 7.5). Features,
/// coefficients, product and odds are those of the dependency process, which draws with these probabilities to within
/// the 2^-32 of its uniform numbers. The 64 states of a profile are one matrix product, exact as there.
public struct TransitionKernel: Sendable {
  private let coefficients: [Double]

  /// Creates a kernel.
  /// - Parameter parameters: the coefficients of the dependency process.
  public init(_ parameters: DependencyParameters) {
    coefficients = Dependency.matrix(of: parameters, features: Feature.count)
  }

  /// The chances of each move from each state.
  ///
  /// Complexity: O(64 features), with allocation.
  ///
  /// - Parameter profile: what holds beside the levels.
  /// - Returns: up, stay and down in each dimension.
  public func moveProbabilities(of profile: DependencyProfile) -> MoveProbabilities {
    let states = DependencyState.count
    let features = Column(repeating: 0.0, count: states * Feature.count)
    for feature in Feature.allCases {
      features[states * feature.rawValue..<states * (feature.rawValue + 1)]
        .update(repeating: profile.features[feature.rawValue])
    }
    let state = Column(repeating: DependencyState(rawValue: 0), count: states)
    for index in 0..<states { state[index] = DependencyState(rawValue: UInt8(index)) }
    let trap = states * Feature.trap.rawValue..<states * (Feature.trap.rawValue + 1)
    Dependency.packLevels(state.elements, features[0..<12 * states], trap: features[trap])
    let logOdds = Column(repeating: 0.0, count: states * Dependency.productColumns)
    let odds = Column<Float>(repeating: 0, count: states * Move.count)
    Dependency.findOdds(rows: states, features: features, coefficients: coefficients, logOdds: logOdds, odds: odds)
    var values = [Double](repeating: 0, count: 9 * states)
    for dimension in 0..<3 {
      for state in 0..<states {
        let lowest = features[state + states * 4 * dimension]
        let highest = features[state + states * (4 * dimension + 3)]
        let rise = Double(odds[state + states * 2 * dimension]) * (1 - highest)
        let fall = Double(odds[state + states * (2 * dimension + 1)]) * (1 - lowest)
        let total = 1 + rise + fall
        let first = state + states * 3 * dimension
        values[first] = rise / total
        values[first + states] = 1 / total
        values[first + 2 * states] = fall / total
      }
    }
    return MoveProbabilities(values: values)
  }

  /// The transition matrix of households of one profile.
  ///
  /// Complexity: O(64 features), with allocation.
  ///
  /// - Parameter profile: what holds beside the levels.
  /// - Returns: the chances of coming from each state to each other in a quarter.
  public func matrix(of profile: DependencyProfile) -> TransitionMatrix {
    TransitionMatrix(moveProbabilities(of: profile))
  }
}
