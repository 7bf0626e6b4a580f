/// States that can all be reached from each other.
public struct CommunicatingClass: Hashable, Sendable {
  /// The states, ascending.
  public let states: [Int]
  /// Whether no state outside can be reached.
  public let isClosed: Bool
}

extension MarkovChain {
  /// The communicating classes, by their first states.
  ///
  /// Complexity: O(states^3).
  ///
  /// Source: Kemeny and Snell 1976, Finite Markov Chains, chapter 2.
  public var communicatingClasses: [CommunicatingClass] {
    let reach = (0..<states).map { start in
      reachable(from: (0..<states).map { $0 == start }) { self[$0, $1] > 0 }
    }
    var isTaken = [Bool](repeating: false, count: states)
    var classes: [CommunicatingClass] = []
    for first in 0..<states where !isTaken[first] {
      let members = (first..<states).filter { reach[first][$0] && reach[$0][first] }
      for member in members { isTaken[member] = true }
      let isClosed = (0..<states).allSatisfy { !reach[first][$0] || members.contains($0) }
      classes.append(CommunicatingClass(states: members, isClosed: isClosed))
    }
    return classes
  }

  /// The chain on some of its states: moves to others do not happen, the rest of a row is scaled up to 1.
  ///
  /// An estimated chain has states that were entered and never seen left. Keeping its largest communicating class, and
  /// telling how much was cut, is usual.
  ///
  /// Complexity: O(kept^2).
  ///
  /// Source: Beauchamp and others 2011 (ergodic trimming), doi:10.1021/ct200463m.
  ///
  /// - Parameter kept: states, ascending; the order of the new ones.
  /// - Returns: the chain on them.
  /// - Precondition: each of them can move to one of them.
  public func restricted(to kept: [Int]) -> MarkovChain {
    // Nothing is taken away: dividing by rows that sum to 1 but for rounding would change bits.
    if kept == Array(0..<states) { return self }
    return MarkovChain(kept) { self[$0, $1] }
  }

  /// The chain on some states in which shares of what leaves each of them move.
  ///
  /// - Parameters:
  ///   - kept: The states, in the order of the new ones.
  ///   - weight: How much moves from one to another of them.
  /// - Precondition: Something leaves each state.
  init(_ kept: [Int], weight: (_ from: Int, _ to: Int) -> Double) {
    let count = kept.count
    var entries = [Double](repeating: 0, count: count * count)
    for (row, from) in kept.enumerated() {
      let total = kept.reduce(0) { $0 + weight(from, $1) }
      precondition(total > 0, "a state that is kept can move to one that is kept")
      for (column, to) in kept.enumerated() { entries[row + count * column] = weight(from, to) / total }
    }
    self.init(states: count, probabilities: entries)
  }
}
