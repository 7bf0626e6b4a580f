import LinearAlgebra
import Testing

@Suite("Linear algebra package")
struct LAPACKTests {
  @Test("linear equations with a known solution")
  func equations() throws {
    // 2x + y = 5, x + 3y = 10 and the same with 3, 4.
    let solution = try #require(LAPACK.solve([2, 1, 1, 3], [5, 10, 3, 4], order: 2))
    for (found, known) in zip(solution, [1.0, 3, 1, 1]) { #expect((found - known).magnitude < 1e-15) }
  }

  @Test("equations that contradict each other have no solution")
  func singular() {
    #expect(LAPACK.solve([1, 2, 2, 4], [1, 1], order: 2) == nil)
  }

  @Test("two states: the second eigenvalue is 1 - entry - exit")
  func twoStates() throws {
    let (entry, exit) = (0.13664, 0.41111)
    let values = try #require(LAPACK.eigenvalues(of: [1 - entry, exit, entry, 1 - exit], order: 2))
    #expect((values[0].real - 1).magnitude < 1e-15)
    #expect((values[1].real - 0.45225).magnitude < 1e-15)
    #expect(values.allSatisfy { $0.imaginary == 0 })
  }

  @Test("a rotation has a pair of complex eigenvalues, the one above first")
  func complexPair() throws {
    let values = try #require(LAPACK.eigenvalues(of: [0, 1, -1, 0], order: 2))
    #expect(values.map(\.real).allSatisfy { $0.magnitude < 1e-15 })
    #expect(values.map(\.imaginary) == [1, -1])
  }

  @Test("eigenvectors put the symmetric matrix together again")
  func symmetric() throws {
    let order = 5
    var matrix = [Double](repeating: 0, count: order * order)
    for row in 0..<order {
      for column in 0..<order { matrix[column * order + row] = 1 / Double(1 + row + column) }
    }
    let found = try #require(LAPACK.symmetricDecomposition(of: matrix, order: order))
    #expect(found.values == found.values.sorted())
    for row in 0..<order {
      for column in 0..<order {
        let entry = (0..<order).reduce(0.0) {
          $0 + found.values[$1] * found.vectors[$1 * order + row] * found.vectors[$1 * order + column]
        }
        #expect((entry - matrix[column * order + row]).magnitude < 1e-14)
      }
    }
  }
}
