public import Households

extension SelfCheck {
  /// How far a sum may be from 1, because of rounding.
  private static let probabilityTolerance = 1e-12
  /// How far a chance may be from the reference, because odds are of single precision.
  private static let referenceTolerance = 1e-6

  /// The chances of sampled households sum to one, and are what their features and the coefficients say.
  ///
  /// The kernel divides by the sum, so that up, stay and down sum to one unless an overflow or a NaN comes between.
  /// What the sums can find beside that is a matrix that is put together wrongly: a state that two moves write to, or
  /// one left out. Wrong chances that sum to one are found by the reference, which works them out term by term.
  public static func probabilities(
    moves: [MoveProbabilities], references: [MoveProbabilities], matrices: [TransitionMatrix]
  ) -> SelfCheck {
    precondition(moves.count == references.count, "each household has a reference")
    return SelfCheck("probabilities sum to one") {
      var moveError = 0.0
      var rowError = 0.0
      var referenceError = 0.0
      var (outside, values) = (0, 0)
      func count(_ probabilities: [Double]) {
        values += probabilities.count
        outside += probabilities.count { !($0 >= 0 && $0 <= 1) }
      }
      for moves in moves {
        count(moves.values)
        for dimension in Dimension.allCases {
          for state in 0..<TransitionMatrix.states {
            let sum = MoveProbabilities.Direction.allCases.reduce(0) { $0 + moves[$1, dimension, state] }
            moveError = moveError.largerError((sum - 1).magnitude)
          }
        }
      }
      for (moves, reference) in zip(moves, references) {
        for (value, expected) in zip(moves.values, reference.values) {
          referenceError = referenceError.largerError((value - expected).magnitude)
        }
      }
      for matrix in matrices {
        count(matrix.values)
        for sum in matrix.rowSums { rowError = rowError.largerError((sum - 1).magnitude) }
      }
      return [
        .largest(moveError, limit: probabilityTolerance, "from 1, up + stay + down"),
        .largest(rowError, limit: probabilityTolerance, "from 1, rows of \(matrices.count) matrices"),
        .largest(referenceError, limit: referenceTolerance, "from the sum of terms"),
        .count(outside, of: values, "outside 0-1"),
      ]
    }
  }
}
