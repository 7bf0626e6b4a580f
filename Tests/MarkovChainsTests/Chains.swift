import MarkovChains
import Randomness

/// Chains with known answers.
enum Chains {
  /// Entry and exit of the panel that the two-state facts come from.
  static let (entry, exit) = (0.13664, 0.41111)

  /// Not poor and poor.
  static let twoStates = twoStates(entry: entry, exit: exit)

  static func twoStates(entry: Double, exit: Double) -> MarkovChain {
    MarkovChain(states: 2, probabilities: [1 - entry, exit, entry, 1 - exit])
  }

  /// Up and down by one with the same chances everywhere; what would leave the scale stays.
  static func birthDeath(states: Int, up: Double, down: Double) -> MarkovChain {
    var entries = [Double](repeating: 0, count: states * states)
    for state in 0..<states {
      if state + 1 < states { entries[state + states * (state + 1)] = up }
      if state > 0 { entries[state + states * (state - 1)] = down }
      entries[state * (states + 1)] = 1 - (state + 1 < states ? up : 0) - (state > 0 ? down : 0)
    }
    return MarkovChain(states: states, probabilities: entries)
  }

  /// Three blocks of three states that mix within themselves and leak to the next block with a small chance.
  static func threeBlocks(leak: Double) -> MarkovChain {
    var entries = [Double](repeating: 0, count: 81)
    for from in 0..<9 {
      for to in 0..<9 where from / 3 == to / 3 { entries[from + 9 * to] = (1 - leak) / 3 }
      entries[from + 9 * ((from + 3) % 9)] += leak
    }
    return MarkovChain(states: 9, probabilities: entries)
  }

  /// A chain with every move possible, from drawn numbers.
  static func drawn(states: Int, seed: UInt64) -> MarkovChain {
    let stream = RandomStream(seed: seed, replication: 1)
    var entries = [Double](repeating: 0, count: states * states)
    for from in 0..<states {
      let row = (0..<states).map { to in
        stream.draw(entity: UInt32(from), quarter: Int32(to), purpose: Purpose(rawValue: 1)).uniform0 + 0.001
      }
      let total = row.reduce(0, +)
      for to in 0..<states { entries[from + states * to] = row[to] / total }
    }
    return MarkovChain(states: states, probabilities: entries)
  }

  /// A gambler with 1 to `goal - 1` who wins one with a chance each round, until ruin (target 0) or the goal (target 1).
  static func gambler(goal: Int, win: Double) -> AbsorbingChain {
    let states = goal - 1
    var moves = [Double](repeating: 0, count: states * states)
    var absorption = [Double](repeating: 0, count: 2 * states)
    for state in 0..<states {
      if state + 1 < states { moves[state + states * (state + 1)] = win }
      if state > 0 { moves[state + states * (state - 1)] = 1 - win }
    }
    absorption[0] = 1 - win
    absorption[2 * states - 1] = win
    return AbsorbingChain(states: states, targets: 2, moves: moves, absorption: absorption)
  }
}
