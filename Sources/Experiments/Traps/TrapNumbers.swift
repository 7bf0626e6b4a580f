internal import ExactMath
internal import Households
internal import MarkovChains

/// The numbers that are told of a chain; NaN where undefined, infinite where there is no way out.
struct TrapNumbers {
  let dependency: DependencyChain
  let stationary: [Double]
  let exit: DurableExit?
  /// Shares of joint states from which times to a durable exit are counted.
  let start: [Double]

  /// Prepares the numbers.
  /// - Parameters:
  ///   - dependency: the chain.
  ///   - start: shares of the 64 joint states; those out of dependency do not count.
  init(_ dependency: DependencyChain, start: [Double]) {
    self.dependency = dependency
    self.start = start
    stationary = dependency.chain.stationaryDistribution()
    exit = DurableExit(dependency)
  }

  /// The values of all quantities, in their order.
  func values(_ partitions: [TrapPartition]) -> [Double] {
    let quantities = TrapQuantity.all(partitions)
    let steps = exit.map { $0.byState($0.steps) }
    let mean = expectedQuarters(exit)
    let second = dependency.chain.leadingEigenvalues(2).dropFirst().first
    let within = exit.map { exit in
      let start = exit.start(start)
      return exit.chain.absorbedWithin(TrapQuantity.horizons).map { Self.mean($0, start) }
    }
    return quantities.map { quantity in
      switch quantity {
      case .quartersToExit: mean
      case .deviationOfQuartersToExit: deviation
      case .exitWithin(let quarters):
        TrapQuantity.horizons.firstIndex(of: quarters).flatMap { within?[$0] } ?? .nan
      case .outInTheLongRun:
        dependency.states.indices.reduce(0) { dependency.states[$1].isOut ? $0 + stationary[$1] : $0 }
      case .halfLife: second?.halfLife ?? .nan
      case .set(let resolution, let set, let quantity):
        value(quantity, of: partitions[resolution].members(of: set, in: dependency), steps: steps)
      case .opening(let door): expectedQuarters(DurableExit(opened(door))) / mean - 1
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

  private func expectedQuarters(_ exit: DurableExit?) -> Double {
    exit.map { Self.mean($0.steps, $0.start(start)) } ?? .nan
  }

  /// The variance within states and that between their means.
  private var deviation: Double {
    guard let exit, let variances = exit.chain.varianceOfSteps(exit.steps) else { return .nan }
    let start = exit.start(start)
    let mean = Self.mean(exit.steps, start)
    let between = Self.mean(exit.steps.map { ($0 - mean) * ($0 - mean) }, start)
    return squareRootOfMagnitude(Self.mean(variances, start) + between)
  }

  // MARK: - Sets

  private func value(_ quantity: TrapQuantity.SetQuantity, of members: [Bool], steps: [Double]?) -> Double {
    let inside = members.indices.filter { members[$0] }
    let share = inside.reduce(0) { $0 + stationary[$1] }
    guard share > 0 else { return .nan }
    switch quantity {
    case .shareInTheRun: return inside.reduce(0) { $0 + dependency.occupancy[$1] }
    case .shareInTheLongRun: return share
    case .insideAfterAYear:
      let later = dependency.chain.advanced(members.indices.map { members[$0] ? stationary[$0] / share : 0 }, steps: 4)
      return inside.reduce(0) { $0 + later[$1] }
    case .quartersOfStay: return dependency.chain.meanStay(in: members, weights: stationary) ?? .infinity
    case .quartersToExit:
      guard let steps else { return .nan }
      let others = inside.filter { !dependency.states[$0].isOut }
      let weight = others.reduce(0) { $0 + stationary[$1] }
      return others.reduce(0) { $0 + stationary[$1] * steps[$1] } / weight
    }
  }

  private static func mean(_ values: [Double], _ shares: [Double]) -> Double {
    zip(values, shares).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
