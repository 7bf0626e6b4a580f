internal import ExactMath
internal import LinearAlgebra

/// An eigenvalue of a chain: how much of a deviation from the stationary distribution is left after a step.
public struct LeadingEigenvalue: Hashable, Sendable {
  /// The real part.
  public let real: Double
  /// The imaginary part; of a conjugate pair only the positive one is given.
  public let imaginary: Double

  /// The distance from 0.
  public var modulus: Double { (real * real + imaginary * imaginary).squareRoot() }

  /// Steps after which the deviation has fallen to a part of 1/e: `-1 / ln |lambda|`; infinite for modulus 1.
  public var timeScale: Double { -1 / naturalLogarithm(modulus) }

  /// Steps after which half of the deviation is left: `ln (1/2) / ln |lambda|`; infinite for modulus 1.
  public var halfLife: Double { naturalLogarithm(2) * timeScale }
}

extension MarkovChain {
  /// The eigenvalues of the largest modulus, the first of which is 1.
  ///
  /// LAPACK finds them and Newton's method, its residuals worked out in twice the precision, polishes each together with
  /// its vector,
  ///
  ///     (P - lambda) x = 0,  c x = 1
  ///
  /// until the step is below 10^-12. The list ends before the first that cannot be polished, as where eigenvalues
  /// coincide.
  ///
  /// - Parameter count: how many; of a conjugate pair one counts.
  /// - Returns: by falling modulus.
  /// - Complexity: O(states^3 count).
  ///
  /// Source: Dongarra, Moler and Wilkinson 1983, doi:10.1137/0720002.
  public func leadingEigenvalues(_ count: Int) -> [LeadingEigenvalue] {
    guard let found = LAPACK.eigenvalues(of: probabilities, order: states) else { return [] }
    var polished: [LeadingEigenvalue] = []
    for start in found where start.imaginary >= 0 {
      guard polished.count < count, start.modulus > 0 else { break }
      let isReal = start.imaginary < 1e-10
      guard let value = NewtonPolish(self, isReal: isReal).eigenvalue(near: start) else { break }
      polished.append(value)
    }
    return polished.sorted { ($0.modulus, $0.real) > ($1.modulus, $1.real) }
  }
}

/// Newton's method for one eigenvalue and its vector; complex ones as real equations of twice the size.
private struct NewtonPolish {
  let chain: MarkovChain
  let isReal: Bool
  private let parts: Int
  private var order: Int { parts * (chain.states + 1) }

  private static let rounds = 8
  private static let tolerance = 1e-12

  init(_ chain: MarkovChain, isReal: Bool) {
    self.chain = chain
    self.isReal = isReal
    parts = isReal ? 1 : 2
  }

  func eigenvalue(near start: LAPACK.Eigenvalue) -> LeadingEigenvalue? {
    var value = [start.real, isReal ? 0 : start.imaginary]
    guard var vector = startingVector(value) else { return nil }
    let pivot = largestEntry(of: vector)
    for _ in 0..<Self.rounds {
      guard let step = LAPACK.solve(matrix(value, vector, pivot: pivot), residual(value, vector), order: order) else {
        return nil
      }
      for index in vector.indices { vector[index] += step[index] }
      for part in 0..<parts { value[part] += step[parts * chain.states + part] }
      let size = (0..<parts).reduce(0) { max($0, step[parts * chain.states + $1].magnitude) }
      guard size.isFinite, (value[0] - start.real).magnitude < 1e-6 else { return nil }
      if size < Self.tolerance { return LeadingEigenvalue(real: value[0], imaginary: value[1]) }
    }
    return nil
  }

  /// One round of inverse iteration from a point beside the eigenvalue.
  private func startingVector(_ value: [Double]) -> [Double]? {
    let (states, size) = (chain.states, parts * chain.states)
    let beside = [value[0] + 1e-9, value[1]]
    var matrix = [Double](repeating: 0, count: size * size)
    fill(&matrix, order: size, beside)
    let rightHandSide = (0..<size).map { 1 / Double(1 + $0 % states) }
    guard let vector = LAPACK.solve(matrix, rightHandSide, order: size) else { return nil }
    let largest = vector.reduce(0) { max($0, $1.magnitude) }
    return vector.map { $0 / largest }
  }

  private func largestEntry(of vector: [Double]) -> Int {
    let states = chain.states
    let sizes = (0..<states).map { state in
      (0..<parts).reduce(0) { $0 + vector[state + states * $1] * vector[state + states * $1] }
    }
    return sizes.indices.max { sizes[$0] < sizes[$1] } ?? 0
  }

  /// P - lambda; for a complex lambda = a + b i as | P - a, b; -b, P - a | on real and imaginary parts.
  private func fill(_ matrix: inout [Double], order: Int, _ value: [Double]) {
    let states = chain.states
    for part in 0..<parts {
      for to in 0..<states {
        for from in 0..<states { matrix[(from + part * states) + order * (to + part * states)] = chain[from, to] }
      }
      for state in 0..<states { matrix[(state + part * states) * (order + 1)] -= value[0] }
    }
    guard !isReal else { return }
    for state in 0..<states {
      matrix[state + order * (state + states)] = value[1]
      matrix[(state + states) + order * state] = -value[1]
    }
  }

  /// The derivative of the equations, with those that hold one entry of the vector fixed.
  private func matrix(_ value: [Double], _ vector: [Double], pivot: Int) -> [Double] {
    let states = chain.states
    var matrix = [Double](repeating: 0, count: order * order)
    fill(&matrix, order: order, value)
    let first = order * parts * states
    for state in 0..<states {
      matrix[state + first] = -vector[state]
      guard !isReal else { continue }
      let (real, imaginary) = (vector[state], vector[state + states])
      matrix[state + states + first] = -imaginary
      matrix[state + first + order] = imaginary
      matrix[state + states + first + order] = -real
    }
    for part in 0..<parts { matrix[parts * states + part + order * (pivot + part * states)] = 1 }
    return matrix
  }

  /// What is missing to the equations, in twice the precision.
  private func residual(_ value: [Double], _ vector: [Double]) -> [Double] {
    let states = chain.states
    var result = [Double](repeating: 0, count: order)
    for part in 0..<parts {
      for row in 0..<states {
        var sum = CompensatedSum()
        for inner in 0..<states where chain[row, inner] != 0 {
          sum.add(-chain[row, inner], times: vector[inner + part * states])
        }
        sum.add(value[0], times: vector[row + part * states])
        if !isReal {
          // (a + b i)(u + v i) = (a u - b v) + (a v + b u) i
          sum.add(part == 0 ? -value[1] : value[1], times: vector[row + (1 - part) * states])
        }
        result[row + part * states] = sum.value
      }
    }
    return result
  }
}
