internal import LinearAlgebra

/// Linear equations whose solution does not depend on the processor that LAPACK has chosen its kernels for.
///
/// LAPACK solves, what is missing to the right-hand side is worked out in twice the precision and in a fixed order, and
/// LAPACK solves for that; the solution is kept as a sum of two numbers. Three or four rounds give every digit of a
/// double, so that LAPACK only decides how fast it goes.
///
/// Source: Demmel, Hida, Kahan, Li, Mukherjee and Riedy 2006, doi:10.1145/1141885.1141894.
enum RefinedEquations {
  private static let rounds = 20
  /// Corrections this small relative to the largest entry leave the doubles of all others as they are, too.
  private static let enough = 0x1p-80
  /// Corrections that grow no smaller are borne with from here on.
  private static let bearable = 0x1p-60

  /// Solves A X = B.
  ///
  /// - Parameters:
  ///   - matrix: A, `order` x `order` by columns.
  ///   - rightHandSides: B, `order` x any number of columns, by columns.
  ///   - order: number of equations, at least 1.
  /// - Returns: X by columns; nil where A is singular or so nearly so that refinement does not converge.
  /// - Complexity: O(order^3 + order^2 columns) a round.
  static func solve(_ matrix: [Double], _ rightHandSides: [Double], order: Int) -> [Double]? {
    var solution = rightHandSides.map { _ in CompensatedSum() }
    var missing = rightHandSides
    var lastCorrection = Double.infinity
    for _ in 0..<rounds {
      guard let correction = LAPACK.solve(matrix, missing, order: order), correction.allSatisfy(\.isFinite) else {
        return nil
      }
      for index in solution.indices {
        solution[index].add(correction[index])
        solution[index].settle()
      }
      let size = relativeSize(of: correction, to: solution, order: order)
      let isStuck = size > lastCorrection / 2
      if size <= enough || (isStuck && size <= bearable) { return solution.map(\.value) }
      guard !isStuck else { return nil }
      lastCorrection = size
      missing = residual(matrix, solution, rightHandSides, order: order)
    }
    return nil
  }

  /// The largest correction of a column over the largest entry of that column, of all columns.
  private static func relativeSize(of correction: [Double], to solution: [CompensatedSum], order: Int) -> Double {
    var largest = 0.0
    for start in stride(from: 0, to: solution.count, by: order) {
      let column = start..<start + order
      let change = column.reduce(0.0) { max($0, correction[$1].magnitude) }
      let size = column.reduce(0.0) { max($0, solution[$1].high.magnitude) }
      if change > 0 { largest = max(largest, change / max(size, .leastNormalMagnitude)) }
    }
    return largest
  }

  /// B - A X in twice the precision.
  private static func residual(
    _ matrix: [Double], _ solution: [CompensatedSum], _ rightHandSides: [Double], order: Int
  ) -> [Double] {
    var result = rightHandSides
    for start in stride(from: 0, to: solution.count, by: order) {
      for row in 0..<order {
        var sum = CompensatedSum(rightHandSides[start + row])
        for inner in 0..<order {
          let entry = -matrix[row + order * inner]
          guard entry != 0 else { continue }
          sum.add(entry, times: solution[start + inner].high)
          sum.addSmall(entry, times: solution[start + inner].low)
        }
        result[start + row] = sum.value
      }
    }
    return result
  }
}
