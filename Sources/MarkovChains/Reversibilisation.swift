internal import ExactMath
internal import LinearAlgebra

/// The chain averaged with its reversal in time, which has real eigenvalues and the same stationary distribution.
///
///     K = (P + P~) / 2,  P~_ij = pi_j P_ji / pi_i,  S = D^1/2 K D^-1/2 symmetric,  D = diag(pi)
///
/// It keeps how often each pair of states is exchanged, whatever the direction, and with it every set's chance of being
/// left in a step. LAPACK decomposes S; its eigenvalues are polished by Rayleigh quotients in twice the precision.
///
/// Source: Fill 1991 (additive reversibilisation), doi:10.1214/aoap/1177005981.
public struct Reversibilisation: Sendable {
  /// The stationary distribution.
  public let stationary: [Double]
  /// The eigenvalues, largest first; the first is 1.
  public let eigenvalues: [Double]
  /// The right eigenvectors of K, each with `states` entries, in the order of the eigenvalues; the first is constant.
  public let eigenvectors: [[Double]]

  /// Eigenvalues below it are zero within rounding.
  private static let zero = 1e-10
  /// What stands for the time scales of the others.
  static let shortestTimeScale = -1 / naturalLogarithm(zero)

  /// Steps after which what an eigenvector tells has faded to a part of 1/e: `-1 / ln lambda`; NaN for the first and
  /// where an eigenvalue is not above zero.
  public var timeScales: [Double] {
    eigenvalues.enumerated().map { index, value in
      index == 0 || value < Self.zero ? .nan : -1 / naturalLogarithm(value)
    }
  }

  /// Decomposes.
  /// - Parameters:
  ///   - chain: a chain whose states all reach each other.
  ///   - stationary: its stationary distribution.
  /// - Complexity: O(states^3). Nil where LAPACK does not converge.
  public init?(_ chain: MarkovChain, stationary: [Double]) {
    let states = chain.states
    let roots = stationary.map { $0.squareRoot() }
    var matrix = [Double](repeating: 0, count: states * states)
    for to in 0..<states {
      for from in to..<states {
        let entry = (roots[from] / roots[to] * chain[from, to] + roots[to] / roots[from] * chain[to, from]) / 2
        matrix[from + states * to] = entry
        matrix[to + states * from] = entry
      }
    }
    guard let found = LAPACK.symmetricDecomposition(of: matrix, order: states) else { return nil }
    let order = stride(from: states - 1, through: 0, by: -1)
    let vectors = order.map { Array(found.vectors[$0 * states..<($0 + 1) * states]) }
    eigenvalues = vectors.map { Self.rayleighQuotient($0, matrix) }
    eigenvectors = vectors.map { vector in zip(vector, roots).map { $0 / $1 } }
    self.stationary = stationary
  }

  /// `u S u / u u`, whose error is the square of the vector's.
  private static func rayleighQuotient(_ vector: [Double], _ matrix: [Double]) -> Double {
    let order = vector.count
    var (above, below) = (CompensatedSum(), CompensatedSum())
    for row in 0..<order {
      var sum = CompensatedSum()
      for column in 0..<order { sum.add(matrix[row + order * column], times: vector[column]) }
      sum.settle()
      above.add(sum.high, times: vector[row])
      above.addSmall(sum.low, times: vector[row])
      below.add(vector[row], times: vector[row])
    }
    above.settle()
    below.settle()
    let quotient = above.high / below.high
    // One step of long division, for the error of the quotient.
    var rest = CompensatedSum(above.high)
    rest.add(-quotient, times: below.high)
    rest.add(above.low)
    rest.addSmall(-quotient, times: below.low)
    return quotient + rest.value / below.high
  }
}
