/// The states that can be reached from some of them, by any number of steps; those themselves among them.
///
/// - Parameters:
///   - start: Whether each state is one to start from.
///   - isStep: Whether a step leads from one state to another.
/// - Returns: A flag for each state.
/// - Complexity: O(states^2).
package func reachable(from start: [Bool], by isStep: (_ from: Int, _ to: Int) -> Bool) -> [Bool] {
  var isReached = start
  var waiting = start.indices.filter { start[$0] }
  while let from = waiting.popLast() {
    for to in start.indices where !isReached[to] && isStep(from, to) {
      isReached[to] = true
      waiting.append(to)
    }
  }
  return isReached
}

/// The states that are left when those from which no step leads to a state that is left are taken away, one after the
/// other.
///
/// - Parameters:
///   - all: The states to begin with.
///   - isStep: Whether a step leads from one state to another.
/// - Returns: The states that are left, in their order.
/// - Complexity: O(states^3) at most.
package func withoutDeadEnds(_ all: [Int], by isStep: (_ from: Int, _ to: Int) -> Bool) -> [Int] {
  var rest = all
  while true {
    let next = rest.filter { from in rest.contains { isStep(from, $0) } }
    guard next.count < rest.count else { return rest }
    rest = next
  }
}

extension MarkovChain {
  /// Whether some of the targets can be reached from each state, in any number of steps; a target reaches itself.
  ///
  /// - Parameter isTarget: Whether each state is a target.
  /// - Returns: A flag for each state.
  /// - Complexity: O(states^2).
  public func canReach(_ isTarget: [Bool]) -> [Bool] {
    precondition(isTarget.count == states, "each state is a target or none")
    return reachable(from: isTarget) { self[$1, $0] > 0 }
  }
}
