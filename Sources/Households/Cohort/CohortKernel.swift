import ExactMath
import LinearAlgebra
import Simulation

/// The probabilities by which the classes of a cohort move, from their features.
///
/// The log-odds of a class in a state are the sum of what its profile and what its state contribute. Features and
/// coefficients lie on their grids, so that both and their sum are exact, and the probabilities have the bits of
/// ``TransitionKernel`` at 1/64 of the products.
struct CohortKernel: Sendable {
  /// Log-odds that the profile contributes are in so many columns, `BLAS` working on eight at a time.
  static let columns = Dependency.productColumns
  /// Probabilities of a row: `state + 64 * (direction + 3 * dimension)`, as in `MoveProbabilities`.
  static let movesPerRow = 9 * DependencyState.count

  /// `W` for the features of a profile, `feature + features * move`, padded to `columns`.
  private let coefficients: [Double]
  /// What the state contributes, `state + 64 * move`.
  private let stateLogOdds: [Double]
  /// 0 for moves off the scale, otherwise 1: `state + 64 * move`.
  private let isPossible: [Double]

  init(_ parameters: DependencyParameters) {
    let states = DependencyState.count
    func coefficient(_ feature: Int, _ move: Int) -> Double {
      roundToCoefficientGrid(parameters.coefficients[feature + Feature.count * move])
    }
    let features = Feature.ofProfile
    coefficients =
      (0..<Move.count).flatMap { move in features.map { coefficient($0.rawValue, move) } }
      + [Double](repeating: 0, count: features.count * (Self.columns - Move.count))
    var (logOdds, possible): ([Double], [Double]) = ([], [])
    for move in 0..<Move.count {
      for index in 0..<states {
        let state = DependencyState(rawValue: UInt8(index))
        let levels = [state.economic, state.social, state.political]
        logOdds.append(
          (0..<3).reduce(0) { $0 + coefficient(4 * $1 + levels[$1], move) }
            + (state.isTrapped ? coefficient(Feature.trap.rawValue, move) : 0))
        possible.append(levels[move / 2] == (move % 2 == 0 ? 3 : 0) ? 0 : 1)
      }
    }
    stateLogOdds = logOdds
    isPossible = possible
  }

  /// Finds what profiles contribute to the log-odds of the six moves: one matrix product.
  /// - Parameters:
  ///   - rows: number of profiles.
  ///   - features: `row + rows * feature`, on the feature grid.
  ///   - logOdds: `row + rows * move`, with room for `columns` columns.
  func findLogOdds(rows: Int, features: Column<Double>, logOdds: Column<Double>) {
    coefficients.withUnsafeBufferPointer { coefficients in
      guard let right = coefficients.baseAddress, let left = features.elements.baseAddress,
        let result = logOdds.elements.baseAddress
      else { return }
      BLAS.multiply(
        rows: rows, inner: Feature.ofProfile.count, columns: Self.columns, left: left, right: right, result: result)
    }
  }

  /// Finds the probabilities of moving up, staying and moving down in each dimension from each state, for a tile of rows.
  /// - Parameters:
  ///   - rows: the rows of the tile.
  ///   - count: rows of the whole product.
  ///   - logOdds: what the profiles contribute, `row + count * move`.
  ///   - moves: `lane + lanes * index` of `movesPerRow` probabilities.
  ///   - scratch: memory for the calculation.
  func findMoves(
    _ rows: Range<Int>, of count: Int, _ logOdds: Column<Double>, into moves: UnsafeMutablePointer<Double>,
    _ scratch: Scratch
  ) {
    let (states, lanes) = (DependencyState.count, CohortRow.lanes)
    guard let exponents = scratch.exponents.elements.baseAddress, let odds = scratch.odds.elements.baseAddress else {
      return
    }
    for move in 0..<Move.count {
      let own = InlineArray<8, Double> {
        rows.contains(rows.lowerBound + $0) ? logOdds[rows.lowerBound + $0 + count * move] : 0
      }
      for index in states * move..<states * (move + 1) {
        for lane in 0..<lanes { exponents[lanes * index + lane] = own[lane] + stateLogOdds[index] }
      }
    }
    singleExponentials(of: UnsafeBufferPointer(scratch.exponents.elements), into: scratch.odds.elements)
    for dimension in 0..<3 {
      for state in 0..<states {
        let (up, down) = (2 * dimension * states + state, (2 * dimension + 1) * states + state)
        let (canRise, canFall) = (isPossible[up], isPossible[down])
        let (rises, falls) = (odds + lanes * up, odds + lanes * down)
        let first = moves + lanes * (3 * dimension * states + state)
        for lane in 0..<lanes {
          let rise = Double(rises[lane]) * canRise
          let fall = Double(falls[lane]) * canFall
          let total = 1 + rise + fall
          first[lane] = rise / total
          first[lanes * states + lane] = 1 / total
          first[2 * lanes * states + lane] = fall / total
        }
      }
    }
  }

  /// Memory for the exponentials of one tile.
  struct Scratch: Sendable {
    let exponents = Column(repeating: 0.0, count: Move.count * DependencyState.count * CohortRow.lanes)
    let odds = Column<Float>(repeating: 0, count: Move.count * DependencyState.count * CohortRow.lanes)
  }
}
