import Randomness
import Simulation

/// Copies of one household as it is at one moment, whose levels alone move: nothing else happens to them.
///
/// They are simulated one by one by the dependency process, so that ``TransitionKernel`` can be held against it.
public struct FrozenHouseholds: Sendable {
  /// What the moves of the copied household depend on beside its levels.
  public let profile: DependencyProfile
  /// Its joint state, `E + 4 S + 16 P`, in which all copies start.
  public let state: Int
  /// Number of copies.
  public let count: Int
  let population: Population
  private let parameters: Parameters

  private static let settlementSize = 500

  /// Copies a household.
  /// - Parameters:
  ///   - household: index of the household.
  ///   - population: where it lives.
  ///   - count: number of copies, at least 1.
  ///   - parameters: the rules of the scenario.
  public init(copiesOf household: Int, in population: Population, count: Int, parameters: Parameters) {
    profile = population.profiles(of: [household], parameters: parameters)[0]
    state = Int(population.state[household].rawValue)
    self.count = count
    self.parameters = parameters
    self.population = population.copies(of: household, count: count, settlementSize: Self.settlementSize)
  }

  /// Counts the copies in each state after some quarters.
  ///
  /// Complexity: O(copies x quarters).
  ///
  /// - Parameters:
  ///   - quarters: when to count, ascending, from 1.
  ///   - coefficients: those by which they move; nil: those of the scenario.
  ///   - seed: selects their luck.
  ///   - threads: how many share out the work; the counts do not depend on it.
  /// - Returns: 64 counts for each of the quarters.
  public func counts(
    at quarters: [Int], coefficients: [Double]? = nil, seed: UInt64, threads: Int = 1
  ) -> [[Int]] {
    var rules = parameters.dependency.balanced(by: population.balance)
    if let coefficients { rules.coefficients = coefficients }
    // Debt is a feature, which the settling of debts would change.
    rules.settlementShare = 0
    let population = population.copy()
    let blocks = Block.partition(groupStarts: population.geography.settlementStarts, size: 1)
    let team = WorkerTeam(count: threads)
    let world = World(population: population, blocks: blocks, team: team)
    let schedule = Schedule<World>([
      .block(
        Dependency(
          parameters: rules, worksLimit: parameters.programmes.worksLimit,
          stream: RandomStream(seed: seed, replication: 0)))
    ])
    var counts = quarters.map { _ in [Int](repeating: 0, count: DependencyState.count) }
    for quarter in 1..<(quarters.last ?? 0) + 1 {
      schedule.advance(world, blocks, step: quarter, team: team)
      guard let position = quarters.firstIndex(of: quarter) else { continue }
      for household in 0..<count { counts[position][Int(population.state[household].rawValue)] += 1 }
    }
    return counts
  }
}

extension Population {
  /// A population of copies of one household, as far as the dependency process sees it.
  fileprivate func copies(of household: Int, count: Int, settlementSize: Int) -> Population {
    let settlement = geography.settlement(ofHousehold: household)
    let neighbourhood = geography.neighbourhood(ofHousehold: household, settlement: settlement)
    let settlements = (count + settlementSize - 1) / settlementSize
    let starts = (0..<settlements).map { $0 * settlementSize } + [count]
    let copies = Population(
      geography: Geography(
        places: [geography.places[geography.place(ofSettlement: settlement)]], settlementStarts: starts,
        unionCouncilOfSettlement: Array(repeating: 0, count: settlements), neighbourhoodStarts: starts,
        settlementNeighbourhoodStarts: Array(0...settlements), placeOfUnionCouncil: [0],
        unionCouncilSettlementStarts: [0, settlements], tehsilOfUnionCouncil: [0], tehsilNames: ["copies"],
        unionCouncilNames: ["copies"], weights: [1]))
    copies.balance = balance
    for index in 0..<count {
      copies.need[index] = need[household]
      copies.assets[index] = assets[household]
      copies.debt[index] = debt[household]
      copies.surplus[index] = surplus[household]
      copies.distress[index] = distress[household]
      copies.skill[index] = skill[household]
      copies.traits[index] = traits[household]
      copies.awareness[index] = awareness[household]
      copies.coaching[index] = coaching[household]
      copies.standing[index] = standing[household]
      copies.state[index] = state[household]
    }
    for index in 0..<settlements {
      copies.connectedPeers[index] = connectedPeers[settlement]
      copies.roleModels[index] = roleModels[settlement]
      copies.patronPower[index] = patronPower[settlement]
      copies.communities.works[index] = communities.works[settlement]
      copies.communities.stance[index] = communities.stance[settlement]
      copies.communities.stage[index] = communities.stage[neighbourhood]
      copies.communities.maturity[index] = communities.maturity[neighbourhood]
      copies.communities.tier[index] = communities.tier[neighbourhood]
    }
    return copies
  }
}
