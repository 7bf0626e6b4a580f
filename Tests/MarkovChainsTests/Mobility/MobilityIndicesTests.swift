import LinearAlgebra
import MarkovChains
import Randomness
import Testing

@Suite("Mobility indices")
struct MobilityIndicesTests {
  private static func chain(_ rows: [[Double]]) -> MarkovChain {
    let states = rows.count
    return MarkovChain(
      states: states, probabilities: (0..<states * states).map { rows[$0 % states][$0 / states] })
  }

  /// A chain of random rows; those near the diagonal weigh more.
  private static func random(_ states: Int, seed: UInt64) -> MarkovChain {
    let stream = RandomStream(seed: seed, replication: 0)
    let rows = (0..<states).map { row in
      let weights = (0..<states).map { column in
        stream.draw(entity: UInt32(row), quarter: Int32(column), purpose: Purpose(label: "mobility test")).wideUniform1
          / Double(1 + 3 * (row - column) * (row - column))
      }
      let total = weights.reduce(0, +)
      return weights.map { $0 / total }
    }
    return chain(rows)
  }

  @Test("entry at .13664 and exit at .41111: second eigenvalue .45225, spells 1 / rate, index entry + exit")
  func twoStates() {
    let (entry, exit) = (0.13664, 0.41111)
    let indices = MobilityIndices(Self.chain([[1 - entry, entry], [exit, 1 - exit]]))
    #expect((indices.secondModulus - (1 - entry - exit)).magnitude < 1e-15)
    // As printed elsewhere, cut off and not rounded.
    #expect((indices.secondModulus - 0.45224).magnitude < 0.00002)
    #expect((indices.shorrocks - (entry + exit)).magnitude < 1e-15)
    #expect((indices.eigenvalue - (entry + exit)).magnitude < 1e-15)
    #expect((indices.determinant - (entry + exit)).magnitude < 1e-14)
    #expect((indices.meanStays[0] - 1 / entry).magnitude < 1e-13)
    #expect((indices.meanStays[1] - 1 / exit).magnitude < 1e-14)
    // ln 0.5 / ln 0.45225
    #expect((indices.halfLife - 0.8735092).magnitude < 1e-6)
    // At the stationary distribution both flows are entry exit / (entry + exit), .10256.
    let poor = entry / (entry + exit)
    #expect((poor - 0.24946).magnitude < 0.000005)
    let moves = indices.bartholomew(distribution: [1 - poor, poor])
    #expect((moves - 2 * entry * exit / (entry + exit)).magnitude < 1e-15)
  }

  @Test("nobody moves: 0 in all indices; all rows equal: 1; always elsewhere: n / (n - 1)")
  func extremes() {
    let still = MobilityIndices(Self.chain([[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
    #expect([still.shorrocks, still.eigenvalue, still.determinant] == [0, 0, 0])
    #expect(still.halfLife.isNaN)
    #expect(still.meanStays.allSatisfy { $0.isNaN })
    #expect(still.bartholomew(distribution: [0.2, 0.3, 0.5]) == 0)
    let mixed = MobilityIndices(Self.chain([[0.25, 0.25, 0.5], [0.25, 0.25, 0.5], [0.25, 0.25, 0.5]]))
    #expect([mixed.shorrocks, mixed.eigenvalue, mixed.determinant] == [1, 1, 1])
    #expect(mixed.halfLife == 0)
    let swapping = MobilityIndices(Self.chain([[0, 1], [1, 0]]))
    #expect(swapping.shorrocks == 2)
    #expect(swapping.secondModulus == 1)
    #expect(MobilityIndices(Self.chain([[1]])).shorrocks.isNaN)
  }

  @Test("three states with known eigenvalues 1, 0.6 and 0.3")
  func threeStates() {
    // Lower triangular: the eigenvalues are on the diagonal.
    let indices = MobilityIndices(Self.chain([[1, 0, 0], [0.4, 0.6, 0], [0.5, 0.2, 0.3]]))
    #expect((indices.secondModulus - 0.6).magnitude < 1e-13)
    #expect((indices.shorrocks - 0.55).magnitude < 1e-15)
    #expect((indices.determinant - (1 - 0.18.squareRoot())).magnitude < 1e-14)
    #expect((indices.bartholomew(distribution: [0.5, 0.25, 0.25]) - (0.25 * 0.4 + 0.25 * 1.2)).magnitude < 1e-15)
  }

  @Test("a conjugate pair: a rotation that forgets half in each step")
  func complexPair() {
    // P = 0.5 (cyclic shift) + 0.5 (all equal): eigenvalues 1 and 0.5 times the other cube roots of 1.
    let third = 0.5 / 3
    let indices = MobilityIndices(
      Self.chain([[third, third + 0.5, third], [third, third, third + 0.5], [third + 0.5, third, third]]))
    #expect((indices.secondModulus - 0.5).magnitude < 1e-12)
    #expect((indices.determinant - 0.5).magnitude < 1e-14)
  }

  @Test("agrees with LAPACK on chains of many states", arguments: [3, 4, 10, 64], [1, 2, 3])
  func againstLAPACK(states: Int, seed: Int) throws {
    let chain = Self.random(states, seed: UInt64(seed))
    let indices = MobilityIndices(chain)
    let eigenvalues = try #require(LAPACK.eigenvalues(of: chain.probabilities, order: states))
    #expect((indices.secondModulus - eigenvalues[1].modulus).magnitude < 1e-10)
    var product = 0.0
    for eigenvalue in eigenvalues { product += Self.logarithm(eigenvalue.modulus) }
    #expect((Self.logarithm(1 - indices.determinant) - product / Double(states - 1)).magnitude < 1e-8)
  }

  /// By the series of the area hyperbolic tangent: slow, and independent of what is tested.
  private static func logarithm(_ value: Double) -> Double {
    var (mantissa, exponent) = (value, 0.0)
    while mantissa < 0.75 { (mantissa, exponent) = (mantissa * 2, exponent - 1) }
    let ratio = (mantissa - 1) / (mantissa + 1)
    var (sum, power) = (0.0, ratio)
    for term in stride(from: 1, through: 59, by: 2) {
      sum += power / Double(term)
      power *= ratio * ratio
    }
    return 2 * sum + exponent * 0.693147180559945309
  }
}
