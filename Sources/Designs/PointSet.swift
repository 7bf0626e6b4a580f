/// The points of a design: what each variable is at each of them.
///
/// The order of points is fixed by the method, with d variables:
///
///     factorial        every combination, the last variable changing fastest
///     latinHypercube   in the order of their random draws
///     sobolSequence    in the order of the sequence
///     morris           trajectory by trajectory, d + 1 points each: a start and one point for each step
///     sobolIndices     row by row, d + 2 points each: A, B, then A with variable 0, 1, ... from B
///     tornado          the usual point, then variable 0 low, variable 0 high, variable 1 low, ...
///
/// The same design and seed give the same points. A design with more points begins with those of one with fewer for
/// `sobolSequence`, `morris` and `sobolIndices`, but not for `latinHypercube` or `factorial`.
public struct PointSet: Sendable {
  /// What varies.
  public let variables: [Variable]
  /// How many consecutive points belong together: those of a trajectory or row, otherwise 1.
  ///
  /// A whole number of such blocks, from the first point, can be analysed before the rest is there.
  public var blockLength: Int { sampling.blockLength }
  private let sampling: any Sampling

  /// Draws the points of a design with any seed, on which `factorial` and `tornado` do not depend.
  /// - Precondition: The design has no problems.
  /// - Complexity: O(points variables) for `latinHypercube` and `morris`, otherwise O(variables) and the levels.
  public init(_ design: Design, seed: UInt64) {
    precondition(design.problems.isEmpty, "points can only be drawn of a design without problems")
    variables = design.variables
    sampling = design.sampling(seed: seed)
  }

  /// The number of points.
  public var count: Int { sampling.count }

  // MARK: - Points

  /// The cumulative probability of a variable at a point.
  ///
  /// - Parameters:
  ///   - point: Which point, from 0.
  ///   - variable: Which variable, from 0.
  /// - Returns: A probability, 0...1; NaN where a tornado has the usual value, which is given and not drawn.
  /// - Precondition: There are such a point and variable.
  /// - Complexity: O(1).
  public func unit(point: Int, variable: Int) -> Double {
    precondition(point >= 0 && point < count, "there is no such point")
    precondition(variables.indices.contains(variable), "there is no such variable")
    return sampling.unit(point: point, variable: variable)
  }

  /// The number that a variable is at a point.
  ///
  /// - Parameters:
  ///   - point: Which point, from 0.
  ///   - variable: Which variable, from 0.
  /// - Returns: The number, rounded to the nearest whole number (halves away from zero) where only whole ones are
  ///   allowed; nil for a value that is no number.
  /// - Precondition: There are such a point and variable.
  /// - Complexity: O(1).
  public func number(point: Int, variable: Int) -> Double? {
    if let position = position(point, variable) { return variables[variable].domain.number(at: position) }
    return Variable.Domain.number(typed: usualText(variable))
  }

  /// The text that is laid over a scenario for a variable at a point.
  ///
  /// - Parameters:
  ///   - point: Which point, from 0.
  ///   - variable: Which variable, from 0.
  /// - Returns: A value as it was typed, or a number in its shortest form, without a point if it is whole.
  /// - Precondition: There are such a point and variable.
  /// - Complexity: O(1).
  public func text(point: Int, variable: Int) -> String {
    position(point, variable).map(variables[variable].domain.text(at:)) ?? usualText(variable)
  }

  // MARK: - What the analysis needs

  /// The steps of Morris trajectories, in the order of points; empty for other methods.
  ///
  /// Changes are measured as in ``MorrisStep/change``: for a number the cumulative probability between the levels, for
  /// one of some values the places between them over the places from first to last, for a whole number of a bounded
  /// distribution the difference over the range.
  ///
  /// - Complexity: O(points).
  public var steps: [MorrisStep] {
    (sampling as? MorrisTrajectories)?.steps { variables[$0].domain.change(from: $1, to: $2) } ?? []
  }

  // MARK: - Positions

  /// The cumulative probability of a variable at a point; nil where it has its usual value.
  private func position(_ point: Int, _ variable: Int) -> Double? {
    let unit = unit(point: point, variable: variable)
    return unit.isNaN ? nil : unit
  }

  /// The usual value as it is typed; the median where none is given.
  private func usualText(_ variable: Int) -> String {
    variables[variable].usual ?? variables[variable].domain.text(at: 0.5)
  }
}
