internal import Households
internal import MarkovChains

/// The chain that ends with a durable exit: out of dependency for four successive quarters.
///
/// A state out of dependency is split by how many quarters the household has been out, 1 to 3; from each of them it
/// moves on to the next count, or back to 0; the fourth quarter is the end. Only parts from which the end can be reached
/// belong to the chain. Where households may leave them for parts from which it cannot, the chain is that of those who
/// make an exit in the end: with the chance `h` of ever making one,
///
///     p'_ij = p_ij h_j / h_i
///
/// Source: Kemeny and Snell 1976, Finite Markov Chains, 3.5 (the chain on condition of where it ends).
struct DurableExit: Sendable {
  let chain: AbsorbingChain
  /// Mean quarters until the exit is durable, for each transient state.
  let steps: [Double]
  /// Chance of ever making a durable exit, for each transient state; exactly 1 where nothing else can happen in the end.
  let chances: [Double]
  /// Whether from every transient state a durable exit is sure to be made in the end.
  let isSure: Bool
  private let dependency: DependencyChain
  /// What the transient states are parts of.
  private let parts: [Part]
  private let places: [Part: Int]

  private static let counts = JointState.durableQuarters - 1

  /// A position in the dependency chain with the number of quarters out.
  private struct Part: Hashable {
    let position: Int
    let quartersOut: Int
  }

  /// Splits the joint states of a chain and solves for the mean times.
  ///
  /// Nil where no durable exit can be reached by those not out, or all states are out.
  ///
  /// Complexity: O(72^3).
  init?(_ dependency: DependencyChain) {
    self.dependency = dependency
    let out = dependency.states.indices.filter { dependency.states[$0].isOut }
    let parts = Self.reachingExit(dependency.states) { dependency.chain[$0, $1] > 0 }
    guard parts.contains(where: { $0.quartersOut == 0 }) else { return nil }
    self.parts = parts
    let places = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1, $0) })
    self.places = places
    let size = parts.count
    var moves = [Double](repeating: 0, count: size * size)
    // Exits by the state they lead to, then what leads where no exit can be reached.
    var absorption = [Double](repeating: 0, count: size * (out.count + 1))
    var isSure = true
    for (from, part) in parts.enumerated() {
      for to in dependency.states.indices where dependency.chain[part.position, to] > 0 {
        let probability = dependency.chain[part.position, to]
        if let next = Self.next(part, to: to, dependency.states) {
          if let place = places[next] {
            moves[from + size * place] = probability
          } else {
            absorption[from + size * out.count] += probability
            isSure = false
          }
        } else {
          absorption[from + size * (out.firstIndex(of: to) ?? 0)] = probability
        }
      }
    }
    self.isSure = isSure
    if isSure {
      absorption.removeLast(size)
      chances = Array(repeating: 1, count: size)
    } else {
      let open = AbsorbingChain(states: size, targets: out.count + 1, moves: moves, absorption: absorption)
      guard let ends = open.absorptionProbabilities() else { return nil }
      // Whether each transient state can come to where no exit can be reached.
      let canBeLost = reachable(from: absorption.suffix(size).map { $0 > 0 }) { moves[$1 + size * $0] > 0 }
      // Rounding of the sum decides nothing: 1 where the graph says so.
      let chances = (0..<size).map { from in
        canBeLost[from] ? min(1, (0..<out.count).reduce(0) { $0 + ends[from + size * $1] }) : 1
      }
      guard chances.allSatisfy({ $0 > 0 }) else { return nil }
      for from in 0..<size {
        for to in 0..<size { moves[from + size * to] *= chances[to] / chances[from] }
        for target in 0..<out.count { absorption[from + size * target] /= chances[from] }
      }
      absorption.removeLast(size)
      self.chances = chances
    }
    chain = AbsorbingChain(states: size, targets: out.count, moves: moves, absorption: absorption)
    guard let steps = chain.expectedSteps(), steps.allSatisfy({ $0 > 0 }) else { return nil }
    self.steps = steps
  }

  /// Where a move leads; nil: to the end.
  private static func next(_ part: Part, to: Int, _ states: [JointState]) -> Part? {
    guard states[to].isOut else { return Part(position: to, quartersOut: 0) }
    return part.quartersOut == counts ? nil : Part(position: to, quartersOut: part.quartersOut + 1)
  }

  /// All parts of states: those not out, then those out by the number of quarters.
  private static func parts(of states: [JointState]) -> [Part] {
    states.indices.filter { !states[$0].isOut }.map { Part(position: $0, quartersOut: 0) }
      + (1...counts).flatMap { count in
        states.indices.filter { states[$0].isOut }.map { Part(position: $0, quartersOut: count) }
      }
  }

  /// Those from which the end can be reached, in their order.
  private static func reachingExit(_ states: [JointState], _ moves: (_ from: Int, _ to: Int) -> Bool) -> [Part] {
    let parts = parts(of: states)
    let ends = parts.map { part in
      states.indices.contains { moves(part.position, $0) && next(part, to: $0, states) == nil }
    }
    let reaches = reachable(from: ends) { to, from in
      let position = parts[to].position
      return moves(parts[from].position, position) && next(parts[from], to: position, states) == parts[to]
    }
    return zip(parts, reaches).filter(\.1).map(\.0)
  }

  /// From which joint states a durable exit can be reached, by which of them can be left for which, by their positions;
  /// from those out of dependency, in their first quarter there.
  ///
  /// Complexity: O(72^3).
  static func isReached(from states: [JointState], moves: (_ from: Int, _ to: Int) -> Bool) -> [Bool] {
    var flags = [Bool](repeating: false, count: states.count)
    for part in reachingExit(states, moves) where part.quartersOut <= 1 { flags[part.position] = true }
    return flags
  }

  // MARK: - From where

  /// Shares of the transient states for shares of joint states that are not out of dependency; they sum to less than 1 where
  /// some of these cannot reach an exit.
  func start(_ shares: [Double]) -> [Double] {
    let total = dependency.states.reduce(0) { $1.isOut ? $0 : $0 + shares[$1.index] }
    return parts.map { part in
      part.quartersOut == 0 && total > 0 ? shares[dependency.states[part.position].index] / total : 0
    }
  }

  /// The same, of those who make an exit in the end: they sum to 1, or all are 0 where nobody does.
  func startOfThoseWhoExit(_ shares: [Double]) -> [Double] {
    let exiting = zip(start(shares), chances).map { $0 * $1 }
    let total = exiting.reduce(0, +)
    return total > 0 && total != 1 ? exiting.map { $0 / total } : exiting
  }

  /// The chance of a durable exit within each of some numbers of quarters, ascending, from each transient state.
  func chances(within horizons: [Int]) -> [[Double]] {
    chain.absorbedWithin(horizons).map { within in zip(within, chances).map { $0 * $1 } }
  }

  /// What holds for each state of the dependency chain, from values of the transient states: for those out of
  /// dependency that of their first quarter out, and something else where no exit can be reached.
  func byState(_ values: [Double], otherwise: Double) -> [Double] {
    var found = [Double](repeating: otherwise, count: dependency.states.count)
    for (part, value) in zip(parts, values) where part.quartersOut <= 1 { found[part.position] = value }
    return found
  }

  /// Sums over the transient states that are parts of each state of the dependency chain.
  func summedByState(_ values: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: dependency.states.count)
    for (part, value) in zip(parts, values) { sums[part.position] += value }
    return sums
  }

  /// By how many percent the expected time changes for each percent by which moves become likelier, by their positions
  /// in the dependency chain.
  ///
  /// It is NaN where an exit is not sure, so that the moves change who makes one, too.
  func elasticity(_ sensitivity: AbsorptionSensitivity, where isRaised: (_ from: Int, _ to: Int) -> Bool) -> Double {
    guard isSure else { return .nan }
    return parts.enumerated().reduce(0) { sum, entry in
      let (from, part) = entry
      let moves = dependency.states.indices.filter {
        isRaised(part.position, $0) && dependency.chain[part.position, $0] > 0
      }.map { to -> (to: Int?, probability: Double) in
        (Self.next(part, to: to, dependency.states).flatMap { places[$0] }, dependency.chain[part.position, to])
      }
      return moves.isEmpty ? sum : sum + sensitivity.elasticity(from: from, moves: moves)
    }
  }
}
