extension Design {
  /// What is wrong with a design's method or variables.
  public enum Problem: Hashable, Sendable {
    /// Nothing varies.
    case noVariables
    /// The method has no points for so many variables.
    case tooManyVariables(maximum: Int)
    /// Too few points, or trajectories.
    case tooFewPoints(minimum: Int)
    /// More points than a design may have.
    case tooManyPoints(maximum: Int)
    /// Too few levels.
    case tooFewLevels(minimum: Int)
    /// Morris trajectories need an even number of levels, or not all would be as likely.
    case oddLevels
    /// The lower quantile must be above 0 and below 1/2.
    case lowOutsideRange
    /// The number of resamples is negative.
    case negativeResamples
    /// The variable, counted from 0, has too few values.
    case tooFewValues(variable: Int, minimum: Int)
    /// The distribution of the variable, counted from 0, is none.
    case distribution(variable: Int, Distribution.Problem)
  }

  /// The largest number of points of a design: 2^20, fewer with more than four variables, so that all points together
  /// have at most 2^22 numbers and are held and checked at once.
  public var maximumPoints: Int { min(1 << 20, (1 << 22) / max(1, variables.count)) }

  /// All that is wrong with method and variables; empty for a design that has points.
  public var problems: [Problem] {
    var problems = problemsOfVariables
    if resamples < 0 { problems.append(.negativeResamples) }
    switch method {
    case .factorial(let levels):
      if levels < 1 {
        problems.append(.tooFewLevels(minimum: 1))
      } else if levels > maximumPoints || problems.isEmpty && combinations(levels: levels) == nil {
        problems.append(.tooManyPoints(maximum: maximumPoints))
      }
    case .latinHypercube(let points):
      problems += problemsOfPoints(points, minimum: 1, blockLength: 1)
    case .sobolSequence(let points):
      problems += problemsOfPoints(points, minimum: 1, blockLength: 1)
      problems += problemsOfDimensions(perVariable: 1)
    case .morris(let trajectories, let levels):
      problems += problemsOfPoints(trajectories, minimum: 2, blockLength: variables.count + 1)
      if levels < 2 {
        problems.append(.tooFewLevels(minimum: 2))
      } else if levels % 2 == 1 {
        problems.append(.oddLevels)
      } else if levels > maximumPoints {
        problems.append(.tooManyPoints(maximum: maximumPoints))
      }
    case .sobolIndices(let points):
      problems += problemsOfPoints(points, minimum: 2, blockLength: variables.count + 2)
      problems += problemsOfDimensions(perVariable: 2)
    case .tornado(let low):
      if !(low > 0 && low < 0.5) { problems.append(.lowOutsideRange) }
    }
    return problems
  }

  private var problemsOfVariables: [Problem] {
    // The influence of what cannot change cannot be told.
    let minimumValues = method.isSensitivityAnalysis ? 2 : 1
    var problems: [Problem] = variables.isEmpty ? [.noVariables] : []
    for (index, variable) in variables.enumerated() {
      switch variable.domain {
      case .values(let values):
        if values.count < minimumValues { problems.append(.tooFewValues(variable: index, minimum: minimumValues)) }
      case .number(let distribution, _):
        problems += distribution.problems.map { .distribution(variable: index, $0) }
      }
    }
    return problems
  }

  private func problemsOfPoints(_ points: Int, minimum: Int, blockLength: Int) -> [Problem] {
    points < minimum
      ? [.tooFewPoints(minimum: minimum)]
      : points > maximumPoints / blockLength ? [.tooManyPoints(maximum: maximumPoints)] : []
  }

  private func problemsOfDimensions(perVariable dimensions: Int) -> [Problem] {
    let maximum = SobolSequence.maximumDimensions / dimensions
    return variables.count > maximum ? [.tooManyVariables(maximum: maximum)] : []
  }

  /// The number of combinations of a factorial design; nil if there are too many.
  private func combinations(levels: Int) -> Int? {
    var product = 1
    for variable in variables {
      product *= variable.domain.factorialPositions(levels: levels).count
      guard product <= maximumPoints else { return nil }
    }
    return product
  }
}
