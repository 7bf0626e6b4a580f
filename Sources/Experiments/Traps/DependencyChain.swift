internal import Households
internal import MarkovChains

/// The moves of a quarter between joint states: all states whose end is known, with the classes they make.
struct DependencyChain: Sendable {
  /// The chain, on `states`.
  private(set) var chain: MarkovChain
  /// The joint states, ascending.
  let states: [JointState]
  /// Shares of the household-quarters in the states kept.
  let occupancy: [Double]
  /// Whether the class of each state was seen to be left, for states left out too.
  let isLeft: [Bool]
  /// Classes that are left out since their end is not known; all other shares but `shareOut` are of the rest.
  let leftOut: [ClassLeftOut]
  /// The share of all household-quarters that was out of dependency.
  let shareOut: Double
  /// How many simulated household-quarters it is made of, at most; infinite for exact chances.
  let simulatedQuarters: Double
  /// Whether the ends of its states are known.
  ///
  /// Otherwise nothing else was seen than states that are left for such as were seldom seen: the chain tells what holds
  /// them now, and not where they lead.
  let isEndKnown: Bool
}

extension DependencyChain {
  /// The classes of the chain, the one with the most household-quarters first.
  ///
  /// Complexity: O(states^2).
  var classes: [CommunicatingClass] {
    func weight(_ members: CommunicatingClass) -> Double { members.states.reduce(0) { $0 + occupancy[$1] } }
    return chain.communicatingClasses.enumerated().sorted {
      (weight($1.element), $0.offset) < (weight($0.element), $1.offset)
    }.map(\.element)
  }

  /// Share of household-quarters in classes left out.
  var shareLeftOut: Double { leftOut.reduce(0) { $0 + $1.share } }

  /// The chain that moves, household-quarters `to + 64 * from`, tell; nil where nothing is left.
  ///
  /// Probabilities are shares of what left each state.
  ///
  /// Complexity: O(64^3).
  init?(moves: [Double]) {
    guard let observed = ObservedMoves(moves) else { return nil }
    let (kept, isEndKnown) = observed.kept
    guard !kept.isEmpty else { return nil }
    let weight = observed.weight(kept)
    self.init(
      chain: observed.chain.restricted(to: kept), states: kept.map { observed.states[$0] },
      occupancy: kept.map { observed.occupancy[$0] / weight }, isLeft: kept.map { observed.isLeft[$0] },
      leftOut: observed.leftOut(keeping: kept), shareOut: observed.shareOut,
      simulatedQuarters: weight / observed.householdsPerSimulated, isEndKnown: isEndKnown)
  }

  /// The exact chain of a profile, from its matrix and the household-quarters in the 64 joint states.
  init(_ matrix: TransitionMatrix, occupancy: [Double]) {
    let total = occupancy.reduce(0, +)
    let whole = MarkovChain(states: JointState.count, probabilities: matrix.values)
    let shares = occupancy.map { total > 0 ? $0 / total : 1 / Double(JointState.count) }
    self.init(
      chain: whole.restricted(to: Array(0..<JointState.count)), states: JointState.all, occupancy: shares,
      isLeft: whole.communicatingClasses.isLeft(states: JointState.count), leftOut: [],
      shareOut: zip(JointState.all, shares).reduce(0) { $1.0.isOut ? $0 + $1.1 : $0 },
      simulatedQuarters: .infinity, isEndKnown: true)
  }

  /// The same with other probabilities.
  func replacingChain(_ other: MarkovChain) -> DependencyChain {
    var copy = self
    copy.chain = other
    return copy
  }

  /// The chain on the class with the most household-quarters of those that can be stayed in; its states all reach each
  /// other, and what leads out of it does not happen.
  var heaviest: DependencyChain {
    let classes = classes
    let stayedIn = classes.first { members in
      members.states.allSatisfy { from in members.states.contains { chain[from, $0] > 0 } }
    }
    guard classes.count > 1, let members = stayedIn?.states else { return self }
    let weight = members.reduce(0) { $0 + occupancy[$1] }
    return DependencyChain(
      chain: chain.restricted(to: members), states: members.map { states[$0] },
      occupancy: members.map { weight > 0 ? occupancy[$0] / weight : 1 / Double(members.count) },
      isLeft: members.map { isLeft[$0] }, leftOut: leftOut, shareOut: shareOut,
      simulatedQuarters: weight * simulatedQuarters, isEndKnown: isEndKnown)
  }

  /// The shares of the states that are not out of dependency, by joint state, summing to 1; all 0 where all are out.
  var sharesNotOut: [Double] {
    var shares = [Double](repeating: 0, count: JointState.count)
    for (state, share) in zip(states, occupancy) where !state.isOut { shares[state.index] = share }
    let total = shares.reduce(0, +)
    return total > 0 ? shares.map { $0 / total } : shares
  }
}
