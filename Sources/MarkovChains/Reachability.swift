/// Numbered things that can be come to from some of them, by any number of steps; those themselves among them.
///
/// - Parameters:
///   - start: Whether each is one to start from.
///   - isStep: Whether a step leads from one to another.
/// - Returns: A flag for each.
/// - Complexity: O(n^2).
public func reached(from start: [Bool], by isStep: (_ from: Int, _ to: Int) -> Bool) -> [Bool] {
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

/// Numbered things that can be left for one that is left, when those that cannot are taken away one after the other.
///
/// - Parameters:
///   - all: Those to begin with.
///   - isStep: Whether a step leads from one to another.
/// - Returns: Those that are left, in their order.
/// - Complexity: O(n^3) at most.
public func connected(_ all: [Int], by isStep: (_ from: Int, _ to: Int) -> Bool) -> [Int] {
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
    return reached(from: isTarget) { self[$1, $0] > 0 }
  }
}
