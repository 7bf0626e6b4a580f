import Testing

@testable import Statistics

@Suite("Factor of a matrix without negative eigenvalues")
struct SemidefiniteFactorTests {
  /// The columns of the factor, by its products with unit vectors.
  private func columns(_ matrix: [[Double]]) -> [[Double]] {
    let factor = SemidefiniteFactor(dimension: matrix.count) { matrix[$0][$1] }
    return matrix.indices.map { column in factor.product(matrix.indices.map { $0 == column ? 1 : 0 }) }
  }

  private func product(_ columns: [[Double]]) -> [[Double]] {
    columns.indices.map { row in
      columns.indices.map { column in columns.reduce(0) { $0 + $1[row] * $1[column] } }
    }
  }

  @Test("a factor worked out by hand")
  func byHand() {
    #expect(
      columns([[4, 12, -16], [12, 37, -43], [-16, -43, 98]]) == [[2, 6, -8], [0, 1, 5], [0, 0, 3]])
  }

  /// Of full rank, of rank 2, of rank 1 with a row of zeros, and nothing at all.
  private static let matrices: [[[Double]]] = [
    [[2, 0.5, 0.1], [0.5, 3, -1], [0.1, -1, 1]],
    [[1, 1, 0.3], [1, 1, 0.3], [0.3, 0.3, 2]],
    [[0, 0, 0], [0, 1.0 / 9, 1.0 / 3], [0, 1.0 / 3, 1]],
    [[0, 0, 0], [0, 0, 0], [0, 0, 0]],
  ]

  @Test("factor times its transpose is the matrix, singular or not", arguments: matrices)
  func reconstruction(matrix: [[Double]]) {
    let product = product(columns(matrix))
    for row in 0..<3 {
      for column in 0..<3 { #expect(abs(product[row][column] - matrix[row][column]) < 1e-15) }
    }
  }

  @Test("rounding on the diagonal is no new direction")
  func rounding() {
    #expect(columns([[1, 1], [1, 1 + 1e-15]])[1] == [0, 0])
  }
}
