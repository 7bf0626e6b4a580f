internal import Households
internal import MarkovChains

/// The moves of a quarter between joint states: all states that were seen often enough, with the classes they make.
struct DependencyChain: Sendable {
  /// The chain, on `states`.
  let chain: MarkovChain
  /// The joint states, ascending.
  let states: [JointState]
  /// Shares of the household-quarters in the states kept.
  let occupancy: [Double]
  /// The classes of the chain, the one with the most household-quarters first.
  let classes: [CommunicatingClass]
  /// Classes that were seen too seldom to tell whether they can be left, with their shares of all household-quarters; all
  /// other shares are of the rest.
  let seldomSeen: [(states: [JointState], share: Double)]
  /// How many simulated household-quarters it is made of, at most; infinite for exact chances.
  let simulatedQuarters: Double

  /// Classes with a smaller share of household-quarters than this are seldom seen.
  static let seldom = 0.01
  /// A class that was not left in fewer simulated household-quarters than this is seldom seen too: one that is left with a
  /// chance of 1% a quarter would not be left in 300 with a chance of 5% (0.99^300 = 0.05).
  static let fewestQuarters = 300.0

  /// Share of household-quarters in classes seldom seen.
  var shareLeftOut: Double { seldomSeen.reduce(0) { $0 + $1.share } }

  /// The chain that moves tell: probabilities are shares of what left each state.
  ///
  /// A state that one household entered in its last quarters would be a trap without end, if it were believed. So classes
  /// that were seen seldom are left out, and so are states from which only such classes were reached; the rest of each
  /// row is scaled up to 1.
  ///
  /// Complexity: O(64^3).
  /// - Parameter moves: household-quarters, `to + 64 * from`.
  /// - Note: nil where nothing is left.
  init?(moves: [Double]) {
    let count = JointState.count
    let occupancy = (0..<count).map { from in (0..<count).reduce(0) { $0 + moves[$1 + count * from] } }
    let visited = (0..<count).filter { occupancy[$0] > 0 }
    guard !visited.isEmpty else { return nil }
    var entries = [Double](repeating: 0, count: visited.count * visited.count)
    var isUnknown = [Bool](repeating: false, count: visited.count)
    for (row, from) in visited.enumerated() {
      let known = visited.reduce(0) { $0 + moves[$1 + count * from] }
      // A state that was left only for states without moves of their own: nothing is known of what follows.
      isUnknown[row] = known == 0
      for (column, to) in visited.enumerated() {
        entries[row + visited.count * column] = known > 0 ? moves[to + count * from] / known : row == column ? 1 : 0
      }
    }
    // No simulated household stands for fewer real ones than the least count.
    let least = moves.filter { $0 > 0 }.min() ?? 1
    self.init(
      MarkovChain(states: visited.count, probabilities: entries), visited, occupancy, householdsPerSimulated: least,
      isUnknown: isUnknown)
  }

  /// The exact chain of a profile.
  /// - Parameters:
  ///   - matrix: its matrix.
  ///   - occupancy: household-quarters in the 64 joint states.
  init(_ matrix: TransitionMatrix, occupancy: [Double]) {
    let total = occupancy.reduce(0, +)
    let whole = MarkovChain(states: JointState.count, probabilities: matrix.values)
    self.init(
      chain: whole.restricted(to: Array(0..<JointState.count)), states: JointState.all,
      occupancy: occupancy.map { total > 0 ? $0 / total : 1 / Double(JointState.count) }, seldomSeen: [],
      simulatedQuarters: .infinity)
  }

  /// Leaves out what was seen seldom.
  private init?(
    _ whole: MarkovChain, _ indices: [Int], _ occupancy: [Double], householdsPerSimulated: Double, isUnknown: [Bool]
  ) {
    let total = occupancy.reduce(0, +)
    func weight(_ members: CommunicatingClass) -> Double {
      members.states.reduce(0) { $0 + occupancy[indices[$1]] }
    }
    var kept = whole.communicatingClasses.filter { !$0.states.contains { isUnknown[$0] } }
    var left = whole.communicatingClasses.filter { $0.states.contains { isUnknown[$0] } }
    func leaveOut(_ isSeldom: (CommunicatingClass) -> Bool) -> Bool {
      let out = kept.filter(isSeldom)
      kept.removeAll(where: isSeldom)
      left += out
      return !out.isEmpty
    }
    let heaviest = kept.max { weight($0) < weight($1) }
    _ = leaveOut { members in
      members != heaviest
        && (weight(members) < Self.seldom * total
          || (members.isClosed && weight(members) < Self.fewestQuarters * householdsPerSimulated))
    }
    var rest: [Int] = []
    repeat {
      rest = kept.flatMap(\.states).sorted()
    } while leaveOut({ members in members.states.contains { from in rest.allSatisfy { whole[from, $0] == 0 } } })
    guard !rest.isEmpty else { return nil }
    let keptWeight = rest.reduce(0) { $0 + occupancy[indices[$1]] }
    self.init(
      chain: whole.restricted(to: rest), states: rest.map { JointState(index: indices[$0]) },
      occupancy: rest.map { occupancy[indices[$0]] / keptWeight },
      seldomSeen: left.sorted { $0.states[0] < $1.states[0] }.map { members in
        (members.states.map { JointState(index: indices[$0]) }, weight(members) / total)
      }, simulatedQuarters: keptWeight / householdsPerSimulated)
  }

  private init(
    chain: MarkovChain, states: [JointState], occupancy: [Double],
    seldomSeen: [(states: [JointState], share: Double)], simulatedQuarters: Double
  ) {
    self.chain = chain
    self.states = states
    self.occupancy = occupancy
    self.seldomSeen = seldomSeen
    self.simulatedQuarters = simulatedQuarters
    func weight(_ members: CommunicatingClass) -> Double { members.states.reduce(0) { $0 + occupancy[$1] } }
    classes = chain.communicatingClasses.enumerated().sorted {
      (weight($1.element), $0.offset) < (weight($0.element), $1.offset)
    }.map(\.element)
  }

  /// The same with other probabilities.
  func replacingChain(_ other: MarkovChain) -> DependencyChain {
    DependencyChain(
      chain: other, states: states, occupancy: occupancy, seldomSeen: seldomSeen, simulatedQuarters: simulatedQuarters)
  }

  /// The chain on the class with the most household-quarters of those that can be stayed in; its states all reach each
  /// other, and what leads out of it does not happen.
  var heaviest: DependencyChain {
    let stayedIn = classes.first { members in
      members.states.allSatisfy { from in members.states.contains { chain[from, $0] > 0 } }
    }
    guard classes.count > 1, let members = stayedIn?.states else { return self }
    let weight = members.reduce(0) { $0 + occupancy[$1] }
    return DependencyChain(
      chain: chain.restricted(to: members), states: members.map { states[$0] },
      occupancy: members.map { weight > 0 ? occupancy[$0] / weight : 1 / Double(members.count) },
      seldomSeen: seldomSeen, simulatedQuarters: weight * simulatedQuarters)
  }

  /// The shares of the states that are not out of dependency, by joint state, summing to 1; all 0 where all are out.
  var sharesNotOut: [Double] {
    var shares = [Double](repeating: 0, count: JointState.count)
    for (state, share) in zip(states, occupancy) where !state.isOut { shares[state.index] = share }
    let total = shares.reduce(0, +)
    return total > 0 ? shares.map { $0 / total } : shares
  }
}
