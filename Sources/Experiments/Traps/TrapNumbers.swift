internal import ExactMath
internal import Households
internal import MarkovChains

/// The numbers that are told of a chain; NaN where undefined, infinite where there is no way out.
struct TrapNumbers {
  let dependency: DependencyChain
  /// Shares of households in the states when they no longer change, from those of the run on.
  let longRun: [Double]
  let exit: DurableExit?
  /// Whether a durable exit can be reached from each state; from those out of dependency, in their first quarter there.
  let exits: [Bool]
  /// Whether a class that was not seen to be left can be reached from each state.
  let isTrapReached: [Bool]
  /// Shares of joint states from which times to a durable exit are counted.
  let start: [Double]

  /// Prepares the numbers of a chain for shares of the 64 joint states; those out of dependency do not count.
  init(_ dependency: DependencyChain, start: [Double]) {
    self.dependency = dependency
    self.start = start
    longRun =
      (dependency.isEndKnown ? dependency.chain.longRun(from: dependency.occupancy) : nil)
      ?? Array(repeating: .nan, count: dependency.states.count)
    exit = DurableExit(dependency)
    exits = DurableExit.isReached(from: dependency.states) { dependency.chain[$0, $1] > 0 }
    isTrapReached = dependency.chain.canReach(dependency.isLeft.map { !$0 })
  }

  /// The values of all quantities, in their order.
  func values(_ partitions: [TrapPartition]) -> [Double] {
    let quantities = TrapQuantity.all(partitions)
    let mean = expectedQuarters(exit)
    let within = exit.map { exit in
      let start = exit.start(start)
      return exit.chances(within: TrapQuantity.horizons).map { isStartSeen ? Self.mean($0, start) : .nan }
    }
    return quantities.map { quantity in
      switch quantity {
      case .quartersToExit: mean
      case .deviationOfQuartersToExit: deviation
      case .exitWithin(let quarters):
        TrapQuantity.horizons.firstIndex(of: quarters).flatMap { within?[$0] } ?? chanceWithoutExit
      case .exitEver: chanceOfExit
      case .outInTheLongRun:
        dependency.isEndKnown
          ? dependency.states.indices.reduce(0) { dependency.states[$1].isOut ? $0 + longRun[$1] : $0 } : .nan
      case .halfLife: halfLife
      case .set(let resolution, let set, let quantity):
        value(quantity, of: partitions[resolution].members(of: set, in: dependency))
      case .opening(let door):
        exit?.isSure == true ? expectedQuarters(DurableExit(opened(door))) / mean - 1 : .nan
      }
    }
  }

  // MARK: - Ways out

  /// The chain with a door opened by a tenth.
  func opened(_ door: Door) -> DependencyChain {
    dependency.replacingChain(
      dependency.chain.raising(by: Door.opening) { from, to in
        door.isPassed(from: dependency.states[from], to: dependency.states[to])
      })
  }

  /// Whether any of the states from which times are counted is among those of the chain.
  private var isStartSeen: Bool { dependency.states.contains { !$0.isOut && start[$0.index] > 0 } }

  /// The mean time of those who make an exit in the end; NaN where nobody does.
  private func expectedQuarters(_ exit: DurableExit?) -> Double {
    guard let exit else { return .nan }
    let start = exit.startOfThoseWhoExit(start)
    return start.contains { $0 > 0 } ? Self.mean(exit.steps, start) : .nan
  }

  /// The variance within states and that between their means, of the same.
  private var deviation: Double {
    guard let exit, let variances = exit.chain.varianceOfSteps(exit.steps) else { return .nan }
    let start = exit.startOfThoseWhoExit(start)
    guard start.contains(where: { $0 > 0 }) else { return .nan }
    let mean = Self.mean(exit.steps, start)
    let between = Self.mean(exit.steps.map { ($0 - mean) * ($0 - mean) }, start)
    return squareRootOfMagnitude(Self.mean(variances, start) + between)
  }

  /// The chance of ever making an exit.
  private var chanceOfExit: Double {
    guard let exit else { return chanceWithoutExit }
    guard isStartSeen else { return .nan }
    let chances = chancesByState
    let isSure = chances.indices.allSatisfy { state in
      let joint = dependency.states[state]
      return joint.isOut || start[joint.index] == 0 || chances[state] == 1
    }
    // Exactly 1 where all are sure to make one, whatever the sum of their shares rounds to.
    return isSure ? 1 : min(1, Self.mean(exit.chances, exit.start(start)))
  }

  /// The chance of an exit where there is no way to one: none, or undefined where nobody has to get out or the end is not
  /// known.
  private var chanceWithoutExit: Double { isStartSeen && dependency.isEndKnown ? 0 : .nan }

  /// The chance of ever making an exit, from each state; NaN where the end is not known.
  var chancesByState: [Double] { byState(\.chances, otherwise: 0) }

  /// Quarters until an exit of those who make one, from each state; infinite where nobody does, NaN where the end is not
  /// known.
  var stepsByState: [Double] { byState(\.steps, otherwise: .infinity) }

  private func byState(_ values: (DurableExit) -> [Double], otherwise: Double) -> [Double] {
    exit.map { $0.byState(values($0), otherwise: otherwise) }
      ?? Array(repeating: dependency.isEndKnown ? otherwise : .nan, count: dependency.states.count)
  }

  /// The half-life of what lasts longest; where households stay in closed classes for ever, so does a shift between them.
  private var halfLife: Double {
    guard dependency.isEndKnown else { return .nan }
    guard dependency.classes.count(where: \.isClosed) == 1 else { return .infinity }
    return dependency.chain.leadingEigenvalues(2).dropFirst().first?.halfLife ?? .nan
  }

  // MARK: - Sets

  private func value(_ quantity: TrapQuantity.SetQuantity, of members: [Bool]) -> Double {
    let inside = members.indices.filter { members[$0] }
    let share = inside.reduce(0) { $0 + longRun[$1] }
    let shareInTheRun = inside.reduce(0) { $0 + dependency.occupancy[$1] }
    // A household is found in the set as in the long run, or, where that leaves nobody in it, as in the run.
    let (found, total) = share > 0 ? (longRun, share) : (dependency.occupancy, shareInTheRun)
    guard total > 0 else { return .nan }
    guard dependency.isEndKnown || quantity == .shareInTheRun else { return .nan }
    switch quantity {
    case .shareInTheRun: return shareInTheRun
    case .shareInTheLongRun: return share
    case .insideAfterAYear:
      let later = dependency.chain.advanced(members.indices.map { members[$0] ? found[$0] / total : 0 }, steps: 4)
      return inside.reduce(0) { $0 + later[$1] }
    case .quartersOfStay: return dependency.chain.meanStay(in: members, weights: found) ?? .infinity
    case .quartersToExit:
      let (chances, steps) = (chancesByState, stepsByState)
      let others = inside.filter { !dependency.states[$0].isOut }
      guard !others.isEmpty else { return .nan }
      let exiting = others.filter { chances[$0] > 0 }
      let weight = exiting.reduce(0) { $0 + found[$1] * chances[$1] }
      guard weight > 0 else { return .infinity }
      return exiting.reduce(0) { $0 + found[$1] * chances[$1] * steps[$1] } / weight
    }
  }

  private static func mean(_ values: [Double], _ shares: [Double]) -> Double {
    zip(values, shares).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
