internal import ExactMath

/// What is left of a chain's matrix when its eigenvalue 1 is taken away once.
///
///     B(i, j) = P(i, j) - P(0, j),  i, j = 1 ... n - 1
///
/// Taking the first row from every row moves one eigenvalue from 1 to 0 and leaves the others, because all rows sum to
/// one; the first row and column can then be left out. Everything is worked out by plain arithmetic in a fixed order.
///
/// Source: Wilkinson 1965, The Algebraic Eigenvalue Problem, 9.25.
struct DeflatedMatrix {
  /// One state less than the chain has.
  let order: Int
  /// By rows, `column + order * row`.
  private let entries: [Double]

  init(_ chain: MarkovChain) {
    order = chain.states - 1
    entries = (1..<chain.states).flatMap { row in
      (1..<chain.states).map { chain[row, $0] - chain[0, $0] }
    }
  }

  // MARK: - Determinant

  /// The logarithm of the determinant's magnitude, which is that of the chain's whole matrix; minus infinity for 0.
  ///
  /// By elimination with partial pivoting, the first of equal pivots. Complexity: O(order^3).
  var logarithmOfDeterminant: Double {
    var rows = (0..<order).map { Array(entries[order * $0..<order * ($0 + 1)]) }
    var logarithm = 0.0
    for column in 0..<order {
      var pivot = column
      for row in column..<order where rows[row][column].magnitude > rows[pivot][column].magnitude { pivot = row }
      rows.swapAt(column, pivot)
      let divisor = rows[column][column]
      guard divisor != 0 else { return -.infinity }
      logarithm += naturalLogarithm(divisor.magnitude)
      for row in column + 1..<max(column + 1, order) where rows[row][column] != 0 {
        let factor = rows[row][column] / divisor
        for position in column..<order { rows[row][position] -= factor * rows[column][position] }
      }
    }
    return logarithm
  }

  // MARK: - Spectral radius

  /// The largest modulus of an eigenvalue.
  ///
  ///     rho = lim ||B^k||^(1/k),  estimated by (||B^2k|| / ||B^k||)^(1/k) for k = 1, 2, 4, ...
  ///
  /// The ratio, in which constants cancel, settles as fast as the next eigenvalue fades. A conjugate pair or a defective
  /// eigenvalue makes it settle like 1/k; as k doubles each time, 50 steps bring that to the last digits, too. Complexity:
  /// O(order^3) a step, some 10 to 50 steps.
  ///
  /// Source: Gelfand 1941, Matematicheskii Sbornik 9, 3-24.
  var spectralRadius: Double {
    if order < 2 { return entries.first?.magnitude ?? 0 }
    var power = entries
    // The logarithm of ||B^k|| in parts: what has been taken out of the power, and its norm.
    var logarithm = 0.0
    guard rescale(&power, into: &logarithm) else { return 0 }
    var estimate = exponential(logarithm)
    var settled = 0
    var exponent = 1.0
    for _ in 0..<Self.largestStep {
      let before = logarithm
      power = squared(power)
      logarithm *= 2
      guard rescale(&power, into: &logarithm) else { return 0 }
      let next = exponential((logarithm - before) / exponent)
      exponent *= 2
      settled = (next - estimate).magnitude <= Self.tolerance * next ? settled + 1 : 0
      estimate = next
      if settled == 3 { break }
    }
    return estimate
  }

  private static let largestStep = 50
  private static let tolerance = 1e-14

  /// Divides a matrix by its norm, the largest sum of magnitudes of a row, and adds the norm's logarithm.
  ///
  /// - Returns: false where the matrix is 0.
  private func rescale(_ matrix: inout [Double], into logarithm: inout Double) -> Bool {
    let norm = (0..<order).reduce(0.0) { largest, row in
      max(largest, matrix[order * row..<order * (row + 1)].reduce(0) { $0 + $1.magnitude })
    }
    guard norm > 0 else { return false }
    for index in matrix.indices { matrix[index] /= norm }
    logarithm += naturalLogarithm(norm)
    return true
  }

  private func squared(_ matrix: [Double]) -> [Double] {
    var product = [Double](repeating: 0, count: order * order)
    product.withUnsafeMutableBufferPointer { product in
      matrix.withUnsafeBufferPointer { matrix in
        for row in 0..<order {
          for middle in 0..<order {
            let factor = matrix[middle + order * row]
            guard factor != 0 else { continue }
            for column in 0..<order { product[column + order * row] += factor * matrix[column + order * middle] }
          }
        }
      }
    }
    return product
  }
}
