/// The mix of states among those that have not been absorbed after a long time, and how slowly they become fewer.
public struct QuasiStationary: Hashable, Sendable {
  /// Shares of the transient states among those still there; they no longer change.
  public let shares: [Double]
  /// The part of them that is still there a step later, 0-1: the largest eigenvalue of Q.
  public let survival: Double

  private static let limit = 10_000
  private static let tolerance = 1e-15

  /// Finds the mix.
  ///
  ///     u Q = lambda u,  sum of u = 1
  ///
  /// by multiplying with N = (I - Q)^-1 until nothing changes; all terms are positive, so no digits are lost. Where the
  /// transient states fall apart into several classes it is the mix of the most lasting one that uniform shares lead to.
  ///
  /// - Parameters:
  ///   - chain: the chain.
  ///   - fundamentalMatrix: its fundamental matrix, by columns.
  /// - Complexity: O(states^2) a round. Nil where the mix has not settled after 10,000 rounds.
  ///
  /// Source: Darroch and Seneta 1965, doi:10.2307/3211876.
  public init?(_ chain: AbsorbingChain, fundamentalMatrix: [Double]) {
    let states = chain.states
    var shares = [Double](repeating: 1 / Double(states), count: states)
    for _ in 0..<Self.limit {
      let next = (0..<states).map { to in
        (0..<states).reduce(0) { $0 + shares[$1] * fundamentalMatrix[$1 + states * to] }
      }
      let total = next.reduce(0, +)
      let scaled = next.map { $0 / total }
      let change = zip(scaled, shares).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
      shares = scaled
      guard change > Self.tolerance else {
        self.shares = shares
        survival = 1 - 1 / total
        return
      }
    }
    return nil
  }
}
