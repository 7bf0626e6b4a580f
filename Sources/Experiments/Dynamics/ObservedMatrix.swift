internal import Households
internal import MarkovChains

/// Moves that were counted in a run: between the levels of a dimension, in and out of poverty, or between joint states.
struct ObservedMatrix {
  /// How far apart the two looks are.
  enum Step: String {
    case quarter
    case year
    case threeYears = "three_years"
  }

  let dimension: String
  let step: Step
  /// The states, worst to best in a dimension.
  let levelNames: [String]
  let counts: TransitionCounts

  private static let noTransitions = [Double](repeating: 0, count: JointMoves.states * JointMoves.states)
  private static let noYearlyMoves = [Double](repeating: 0, count: YearlyMatrix.count)

  /// All matrices of a run in a fixed order, by step; those that the run does not tell hold no moves.
  static func all(of result: RunResult) -> [ObservedMatrix] {
    quarterly(of: result) + yearly(of: result)
  }

  /// Moves from quarter to quarter: of each dimension, then of joint states.
  static func quarterly(of result: RunResult) -> [ObservedMatrix] {
    let joint = result.transitions.isEmpty ? noTransitions : result.transitions
    return Dimension.allCases.map { dimension in
      ObservedMatrix(
        dimension: dimension.name, step: .quarter, levelNames: dimension.levelNames,
        counts: TransitionCounts(states: 4, counts: JointMoves.marginal(of: dimension, in: joint)))
    } + [
      ObservedMatrix(
        dimension: TransitionEstimate.jointDimension, step: .quarter, levelNames: JointMoves.stateNames,
        counts: TransitionCounts(states: JointMoves.states, counts: joint))
    ]
  }

  private static func yearly(of result: RunResult) -> [ObservedMatrix] {
    let moves = result.dynamics?.yearlyMoves ?? noYearlyMoves
    return YearlyMatrix.all.map { matrix in
      ObservedMatrix(
        dimension: matrix.dimension, step: matrix.years == 1 ? .year : .threeYears, levelNames: matrix.levelNames,
        counts: TransitionCounts(states: matrix.levelNames.count, counts: matrix.counts(in: moves)))
    }
  }
}
