import Randomness
import Simulation

/// A whole population as it is at one moment, whose levels alone move: each household with its own profile.
///
/// It is simulated by the dependency process, so that the projection of a cohort can be held against it.
public struct FrozenPopulation: Sendable {
  private let population: Population
  private let parameters: Parameters

  /// Freezes a population.
  /// - Parameters:
  ///   - population: it is not changed.
  ///   - parameters: the rules of the scenario.
  public init(_ population: Population, parameters: Parameters) {
    self.population = population
    var parameters = parameters
    // Debt is a feature, which the settling of debts would change.
    parameters.dependency.settlementShare = 0
    self.parameters = parameters
  }

  /// Counts the simulated households in each state after some quarters, added up over runs with different luck.
  ///
  /// Complexity: O(runs x households x quarters).
  ///
  /// - Parameters:
  ///   - quarters: when to count, ascending, from 1.
  ///   - seed: selects their luck.
  ///   - runs: how often everything is simulated anew.
  ///   - threads: how many share out the work; the counts do not depend on it.
  /// - Returns: 64 counts for each of the quarters.
  public func counts(at quarters: [Int], seed: UInt64, runs: Int = 1, threads: Int = 1) -> [[Int]] {
    var counts = quarters.map { _ in [Int](repeating: 0, count: DependencyState.count) }
    for run in 0..<runs {
      let population = population.copy()
      let blocks = Block.partition(groupStarts: population.geography.settlementStarts, size: 1)
      let team = WorkerTeam(count: threads)
      let world = World(population: population, blocks: blocks, team: team)
      let stream = RandomStream(seed: seed, replication: UInt32(truncatingIfNeeded: run))
      let dependency = Dependency(
        parameters: parameters.dependency, worksLimit: parameters.programmes.worksLimit, stream: stream)
      let schedule = Schedule<World>([.block(dependency)])
      for quarter in 1..<(quarters.last ?? 0) + 1 {
        schedule.advance(world, blocks, step: quarter, team: team)
        guard let position = quarters.firstIndex(of: quarter) else { continue }
        for household in 0..<population.households {
          counts[position][Int(population.state[household].rawValue)] += 1
        }
      }
    }
    return counts
  }
}
