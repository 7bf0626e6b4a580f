import Randomness
import Simulation

/// One future of a settled population that goes on quarter by quarter, so that everything in it can be looked at.
public final class Future {
  /// The households; they change with every quarter.
  public let population: Population
  /// Quarters that have passed.
  public private(set) var quarter = 0
  let partners: Partners
  let blocks: [Block]
  let world: World
  private let schedule: Schedule<World>
  private let team: WorkerTeam

  fileprivate init(_ scenario: Scenario, of model: Model, from settled: Population, replication: Int) {
    let stream = RandomStream(seed: scenario.seed, replication: UInt32(truncatingIfNeeded: replication))
    population = settled.copy()
    population.startRecords()
    blocks = Block.partition(groupStarts: population.geography.settlementStarts, size: model.blockSize)
    team = model.team
    world = World(population: population, blocks: blocks, team: team)
    partners = Partners(scenario, population: population, stream: stream, workers: team.count)
    schedule = Model.schedule(scenario, stream: stream, population: population, partners: partners)
  }

  /// Goes on for one quarter.
  ///
  /// Complexity: O(households).
  public func advance() {
    quarter += 1
    schedule.advance(world, blocks, step: quarter, team: team)
  }
}

extension Model {
  /// A future that starts from a settled population, which stays as it is.
  /// - Parameters:
  ///   - scenario: comparable with the baseline.
  ///   - settled: the population of the same replication at quarter 0.
  ///   - replication: number of the replication, from 1.
  /// - Returns: the future at quarter 0.
  public func future(of scenario: Scenario, from settled: Population, replication: Int) -> Future {
    Future(scenario, of: self, from: settled, replication: replication)
  }
}
