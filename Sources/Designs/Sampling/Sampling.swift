/// The points of a method, as cumulative probabilities.
protocol Sampling: Sendable {
  /// The number of points.
  var count: Int { get }
  /// How many consecutive points belong together; 1 unless said otherwise.
  var blockLength: Int { get }

  /// The cumulative probability, 0...1, of a variable at a point, both from 0.
  ///
  /// It is NaN where the variable has its usual value, which is given and not drawn.
  /// - Complexity: O(1), for sequences and Saltelli's matrices O(log point).
  func unit(point: Int, variable: Int) -> Double
}

extension Sampling {
  var blockLength: Int { 1 }
}

extension Design {
  /// The points of the design's method.
  func sampling(seed: UInt64) -> any Sampling {
    let domains = variables.map(\.domain)
    return switch method {
    case .factorial(let levels): FullFactorial(positions: domains.map { $0.factorialPositions(levels: levels) })
    case .latinHypercube(let points): LatinHypercube(points: points, variables: domains.count, seed: seed)
    case .sobolSequence(let points): SobolSequence(dimensions: domains.count, points: points, seed: seed)
    case .morris(let count, let levels):
      MorrisTrajectories(trajectories: count, positions: domains.map { $0.positions(levels: levels) }, seed: seed)
    case .sobolIndices(let points): SaltelliMatrices(rows: points, variables: domains.count, seed: seed)
    case .tornado(let low): OneAtATime(variables: domains.count, low: low)
    }
  }
}
