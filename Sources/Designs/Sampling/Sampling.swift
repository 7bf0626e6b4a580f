/// The points of any method, as cumulative probabilities.
enum Sampling: Sendable {
  /// Every combination of the positions of each variable.
  case factorial(FullFactorial, positions: [[Double]])
  /// A Latin hypercube.
  case latinHypercube(LatinHypercube)
  /// The first points of a sequence.
  case sobolSequence(SobolSequence, points: Int)
  /// Trajectories on the positions of each variable.
  case morris(MorrisTrajectories, positions: [[Double]])
  /// Saltelli's matrices.
  case saltelli(SaltelliMatrices)
  /// One variable at a time, low and high.
  case oneAtATime(OneAtATime, low: Double)

  /// The points of a method.
  ///
  /// - Parameters:
  ///   - method: How the points are chosen.
  ///   - domains: What each variable may be.
  ///   - seed: The seed of whatever is random.
  init(_ method: Design.Method, of domains: [Variable.Domain], seed: UInt64) {
    switch method {
    case .factorial(let levels):
      let positions = domains.map { $0.factorialPositions(levels: levels) }
      self = .factorial(FullFactorial(levels: positions.map(\.count)), positions: positions)
    case .latinHypercube(let points):
      self = .latinHypercube(LatinHypercube(points: points, variables: domains.count, seed: seed))
    case .sobolSequence(let points):
      self = .sobolSequence(SobolSequence(dimensions: domains.count, seed: seed), points: points)
    case .morris(let count, let levels):
      let trajectories = MorrisTrajectories(count: count, variables: domains.count, levels: levels, seed: seed)
      self = .morris(trajectories, positions: domains.map { $0.positions(levels: levels) })
    case .sobolIndices(let points):
      self = .saltelli(SaltelliMatrices(rows: points, variables: domains.count, seed: seed))
    case .tornado(let low):
      self = .oneAtATime(OneAtATime(variables: domains.count), low: low)
    }
  }

  /// The number of points.
  var count: Int {
    switch self {
    case .factorial(let factorial, _): factorial.count
    case .latinHypercube(let hypercube): hypercube.count
    case .sobolSequence(_, let points): points
    case .morris(let trajectories, _): trajectories.pointCount
    case .saltelli(let matrices): matrices.pointCount
    case .oneAtATime(let tornado, _): tornado.count
    }
  }

  /// The cumulative probability of a variable at a point; nil where it has its usual value.
  func position(point: Int, variable: Int) -> Double? {
    switch self {
    case .factorial(let factorial, let positions):
      positions[variable][factorial.level(point: point, variable: variable)]
    case .latinHypercube(let hypercube): hypercube.unit(point: point, variable: variable)
    case .sobolSequence(let sequence, _): sequence.unit(point: point, dimension: variable)
    case .morris(let trajectories, let positions):
      positions[variable][trajectories.level(point: point, variable: variable)]
    case .saltelli(let matrices): matrices.unit(point: point, variable: variable)
    case .oneAtATime(let tornado, let low):
      switch tornado.side(point: point, variable: variable) {
      case .usual: nil
      case .low: low
      case .high: 1 - low
      }
    }
  }
}
