internal import ExactMath

/// The lower triangular factor of a symmetric matrix without negative eigenvalues: Cholesky's, where some may be 0.
///
///     A = L L';  L_jj = sqrt(A_jj - sum over k < j of L_jk^2),  L_ij = (A_ij - sum over k < j of L_ik L_jk) / L_jj
///
/// Where what is left of a diagonal element is rounding, a part in 10^12 of it or less, the column is 0: in a matrix
/// without negative eigenvalues the elements below are 0 then too.
///
/// Source: Golub and Van Loan 2013, Matrix Computations, 4.2.
public struct SemidefiniteFactor: Sendable {
  private let rows: [[Double]]

  /// Factors a matrix.
  ///
  /// - Parameters:
  ///   - dimension: Rows and columns of the matrix.
  ///   - element: The element of a row and a column that is not greater.
  /// - Complexity: O(dimension^3).
  public init(dimension: Int, element: (_ row: Int, _ column: Int) -> Double) {
    var rows: [[Double]] = []
    for row in 0..<dimension {
      rows.append([])
      for column in 0..<row {
        let left = (0..<column).reduce(element(row, column)) { $0 - rows[row][$1] * rows[column][$1] }
        rows[row].append(rows[column][column] == 0 ? 0 : left / rows[column][column])
      }
      let whole = element(row, row)
      let left = rows[row].reduce(whole) { $0 - $1 * $1 }
      rows[row].append(left > 1e-12 * whole ? squareRootOfMagnitude(left) : 0)
    }
    self.rows = rows
  }

  /// The product of the factor and a vector: with independent standard normal numbers, normal ones with covariance A.
  ///
  /// - Parameter vector: As many numbers as the matrix has rows.
  /// - Returns: The product.
  /// - Complexity: O(dimension^2).
  public func product(_ vector: [Double]) -> [Double] {
    rows.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
