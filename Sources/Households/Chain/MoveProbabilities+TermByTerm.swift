import ExactMath

extension MoveProbabilities {
  /// The chances of each move worked out term by term in double precision, without what the engine shares with the
  /// kernel: packing, matrix product and exponentials of whole columns.
  ///
  /// ``TransitionKernel`` gives the same up to the single precision of its odds. Complexity: O(64 features).
  ///
  /// - Parameters:
  ///   - profile: what holds beside the levels.
  ///   - parameters: the coefficients of the dependency process.
  public init(termByTerm profile: DependencyProfile, _ parameters: DependencyParameters) {
    let states = DependencyState.count
    var values = [Double](repeating: 0, count: 9 * states)
    for state in 0..<states {
      let levels = [state % 4, state / 4 % 4, state / 16]
      var features = profile.features
      for dimension in 0..<3 { features[4 * dimension + levels[dimension]] = 1 }
      if levels.allSatisfy({ $0 <= 1 }) { features[Feature.trap.rawValue] = 1 }
      let odds = (0..<Move.count).map { (move: Int) -> Double in
        var logOdds = 0.0
        for feature in 0..<Feature.count {
          logOdds += features[feature] * roundToCoefficientGrid(parameters.coefficients[feature + Feature.count * move])
        }
        return exponential(logOdds)
      }
      for dimension in 0..<3 {
        let rise = levels[dimension] < 3 ? odds[2 * dimension] : 0
        let fall = levels[dimension] > 0 ? odds[2 * dimension + 1] : 0
        let total = 1 + rise + fall
        for (direction, part) in [rise, 1, fall].enumerated() {
          values[state + states * (direction + 3 * dimension)] = part / total
        }
      }
    }
    self.init(values: values)
  }
}
