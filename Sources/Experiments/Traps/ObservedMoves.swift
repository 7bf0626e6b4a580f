internal import Households
internal import MarkovChains

/// A class of joint states that a chain leaves out, since its end is not known.
struct ClassLeftOut: Sendable {
  /// Its states, ascending.
  let states: [JointState]
  /// Their shares of all household-quarters.
  let occupancy: [Double]
  /// Whether it was seen to be left, for states without a known end alone; otherwise it was seen too seldom.
  let isLeft: Bool

  /// Its share of all household-quarters; 0 where it was entered in the last quarter alone.
  var share: Double { occupancy.reduce(0, +) }
}

/// All moves between joint states that were seen, and which of these states have a known end.
///
/// A state that one household entered in its last quarters would be a trap without end, if it were believed. So classes
/// that were not left and seldom seen have no known end, nor have states from which only such classes are reached. A class
/// that was seen to be left has its end elsewhere, however seldom it was seen: ways out may lead through it.
struct ObservedMoves {
  /// The chain on all states that were seen; those that were entered in the last quarter alone stay where they are.
  let chain: MarkovChain
  /// The states, ascending.
  let states: [JointState]
  /// Household-quarters in each of them.
  let occupancy: [Double]
  /// Whether the class of each state was left.
  let isLeft: [Bool]
  /// Real households for which a simulated one stands, at least: no moves were counted for fewer.
  let householdsPerSimulated: Double
  private let total: Double
  private let classes: [CommunicatingClass]

  /// Classes that were not left, with a smaller share of household-quarters than this, are seldom seen.
  static let seldom = 0.01
  /// A class that was not left in fewer simulated household-quarters than this is seldom seen too: one that is left with a
  /// chance of 1% a quarter would not be left in 300 with a chance of 5% (0.99^300 = 0.05).
  static let fewestQuarters = 300.0

  /// Counts what was seen, household-quarters `to + 64 * from`; nil where nothing was.
  init?(_ moves: [Double]) {
    let count = JointState.count
    let left = (0..<count).map { from in (0..<count).reduce(0) { $0 + moves[$1 + count * from] } }
    let seen = (0..<count).filter { state in left[state] > 0 || (0..<count).contains { moves[state + count * $0] > 0 } }
    guard !seen.isEmpty else { return nil }
    states = seen.map(JointState.init(index:))
    occupancy = seen.map { left[$0] }
    total = occupancy.reduce(0, +)
    householdsPerSimulated = moves.filter { $0 > 0 }.min() ?? 1
    var entries = [Double](repeating: 0, count: seen.count * seen.count)
    for (row, from) in seen.enumerated() {
      for (column, to) in seen.enumerated() {
        let stays = row == column ? 1.0 : 0
        entries[row + seen.count * column] = left[from] > 0 ? moves[to + count * from] / left[from] : stays
      }
    }
    chain = MarkovChain(states: seen.count, probabilities: entries)
    classes = chain.communicatingClasses
    isLeft = classes.isLeft(states: seen.count)
  }

  /// Household-quarters in some states.
  func weight(_ positions: [Int]) -> Double { positions.reduce(0) { $0 + occupancy[$1] } }

  /// The share of all household-quarters that was out of dependency.
  var shareOut: Double {
    weight(states.indices.filter { states[$0].isOut }) / total
  }

  /// The states with a known end: a class that is not left, or a durable exit on the way.
  ///
  /// Where there are none, they are those that are left for states seldom seen.
  ///
  /// Complexity: O(64^3).
  var kept: (positions: [Int], isEndKnown: Bool) {
    let isSeldomSeen = self.isSeldomSeen
    let exits = DurableExit.isReached(from: states) { chain[$0, $1] > 0 && !isSeldomSeen[$1] }
    let isKnown = chain.canReach(states.indices.map { exits[$0] || !(isLeft[$0] || isSeldomSeen[$0]) })
    let known = withoutDeadEnds(states.indices.filter { isKnown[$0] }, by: isMove)
    guard known.isEmpty else { return (known, true) }
    return (withoutDeadEnds(states.indices.filter { !isSeldomSeen[$0] }, by: isMove), false)
  }

  private func isMove(_ from: Int, _ to: Int) -> Bool { chain[from, to] > 0 }

  /// Classes that are not among some states, those that were left first.
  func leftOut(keeping kept: [Int]) -> [ClassLeftOut] {
    let all = classes.filter { !kept.contains($0.states[0]) }.map { members in
      ClassLeftOut(
        states: members.states.map { states[$0] }, occupancy: members.states.map { occupancy[$0] / total },
        isLeft: !members.isClosed)
    }
    return all.filter(\.isLeft) + all.filter { !$0.isLeft }
  }

  /// Whether each state is of a class that was not left and seldom seen, as that with the most household-quarters never is.
  ///
  /// Where others got out of dependency, all states from which nobody was seen to are a trap that nobody was seen to leave:
  /// where it was seen often enough as a whole, its parts were.
  private var isSeldomSeen: [Bool] {
    let heaviest = classes.max { weight($0.states) < weight($1.states) }
    var flags = [Bool](repeating: false, count: states.count)
    for members in classes where members.isClosed && members != heaviest && isSeldom(members.states) {
      for state in members.states { flags[state] = true }
    }
    let getsOut = chain.canReach(states.map(\.isOut))
    let trapped = states.indices.filter { !getsOut[$0] }
    if trapped.count < states.count, !isSeldom(trapped) { for state in trapped { flags[state] = false } }
    return flags
  }

  /// Whether some states were seen too seldom to tell whether they can be left.
  private func isSeldom(_ positions: [Int]) -> Bool {
    let own = weight(positions)
    return own < Self.seldom * total || own < Self.fewestQuarters * householdsPerSimulated
  }
}

extension [CommunicatingClass] {
  /// Whether the class of each of so many states is left.
  func isLeft(states: Int) -> [Bool] {
    var flags = [Bool](repeating: false, count: states)
    for members in self where !members.isClosed {
      for state in members.states { flags[state] = true }
    }
    return flags
  }
}
