internal import Households
internal import MarkovChains

/// The chain that ends with a durable exit: out of dependency for four successive quarters.
///
/// A state out of dependency is split by how many quarters the household has been out, 1 to 3; from each of them it
/// moves on to the next count, or back to 0; the fourth quarter is the end.
struct DurableExit: Sendable {
  let chain: AbsorbingChain
  /// Mean quarters until the exit is durable, for each transient state.
  let steps: [Double]
  private let dependency: DependencyChain
  /// Positions in the dependency chain.
  private let inside: [Int]
  private let out: [Int]

  private static let counts = JointState.durableQuarters - 1

  /// Splits the states and solves for the mean times.
  ///
  /// Complexity: O(72^3).
  /// - Parameter dependency: the chain of joint states.
  /// - Note: nil where no durable exit can be reached, or all states are out.
  init?(_ dependency: DependencyChain) {
    self.dependency = dependency
    inside = dependency.states.indices.filter { !dependency.states[$0].isOut }
    out = dependency.states.indices.filter { dependency.states[$0].isOut }
    guard !inside.isEmpty, !out.isEmpty else { return nil }
    let size = inside.count + Self.counts * out.count
    var moves = [Double](repeating: 0, count: size * size)
    var absorption = [Double](repeating: 0, count: size * out.count)
    for from in 0..<size {
      for to in dependency.states.indices {
        let probability = dependency.chain[Self.position(from, inside, out), to]
        switch Self.target(of: to, from: from, inside, out) {
        case .transient(let index): moves[from + size * index] = probability
        case .exit(let index): absorption[from + size * index] = probability
        }
      }
    }
    chain = AbsorbingChain(states: size, targets: out.count, moves: moves, absorption: absorption)
    guard let steps = chain.expectedSteps(), steps.allSatisfy({ $0 > 0 }) else { return nil }
    self.steps = steps
  }

  private enum Target {
    case transient(Int)
    case exit(Int)
  }

  /// The state of the dependency chain that a transient state is a part of.
  private static func position(_ state: Int, _ inside: [Int], _ out: [Int]) -> Int {
    state < inside.count ? inside[state] : out[(state - inside.count) % out.count]
  }

  /// Where a move to a state of the dependency chain leads from a transient state.
  private static func target(of to: Int, from: Int, _ inside: [Int], _ out: [Int]) -> Target {
    if let index = inside.firstIndex(of: to) { return .transient(index) }
    let index = out.firstIndex(of: to) ?? 0
    let quartersOut = from < inside.count ? 0 : (from - inside.count) / out.count + 1
    return quartersOut == counts ? .exit(index) : .transient(inside.count + quartersOut * out.count + index)
  }

  /// Shares of the transient states for shares of joint states; those out of dependency do not count.
  func start(_ shares: [Double]) -> [Double] {
    var start = [Double](repeating: 0, count: chain.states)
    for (index, position) in inside.enumerated() { start[index] = shares[dependency.states[position].index] }
    let total = start.reduce(0, +)
    return total > 0 ? start.map { $0 / total } : start
  }

  /// What holds for a state of the dependency chain, from values of the transient states: for those out of dependency,
  /// that of their first quarter out.
  func byState(_ values: [Double]) -> [Double] {
    dependency.states.indices.map { position in
      if let index = inside.firstIndex(of: position) { return values[index] }
      return values[inside.count + (out.firstIndex(of: position) ?? 0)]
    }
  }

  /// Sums over the transient states that are parts of each state of the dependency chain.
  func summedByState(_ values: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: dependency.states.count)
    for (index, value) in values.enumerated() { sums[Self.position(index, inside, out)] += value }
    return sums
  }

  /// By how many percent the expected time changes for each percent by which moves become likelier.
  ///
  /// - Parameters:
  ///   - sensitivity: of this chain.
  ///   - isRaised: tells which moves, by positions in the dependency chain.
  /// - Returns: the elasticity.
  func elasticity(_ sensitivity: AbsorptionSensitivity, where isRaised: (_ from: Int, _ to: Int) -> Bool) -> Double {
    (0..<chain.states).reduce(0) { sum, from in
      let position = Self.position(from, inside, out)
      let moves = dependency.states.indices.filter { isRaised(position, $0) && dependency.chain[position, $0] > 0 }
        .map { to -> (to: Int?, probability: Double) in
          switch Self.target(of: to, from: from, inside, out) {
          case .transient(let index): (index, dependency.chain[position, to])
          case .exit: (nil, dependency.chain[position, to])
          }
        }
      return moves.isEmpty ? sum : sum + sensitivity.elasticity(from: from, moves: moves)
    }
  }
}
