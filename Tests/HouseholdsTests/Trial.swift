import Randomness
import Simulation

@testable import Households

/// A run that stops after every quarter, so that a test can look at everything.
final class Trial {
  let scenario: Scenario
  let population: Population
  let partners: Partners
  let stream: RandomStream
  let team: WorkerTeam
  let world: World
  private let blocks: [Block]
  private let schedule: Schedule<World>
  private(set) var quarter = 0

  /// Starts from a settled population, which stays as it is.
  init(_ model: Model, _ scenario: Scenario? = nil, settled: Population? = nil) {
    let scenario = scenario ?? model.baseline
    let population = (settled ?? model.settled(replication: 0)).copy()
    population.startRecords()
    let stream = RandomStream(seed: scenario.seed, replication: 0)
    team = model.team
    blocks = Block.partition(groupStarts: population.geography.settlementStarts, size: model.blockSize)
    world = World(population: population, blocks: blocks, team: model.team)
    partners = Partners(scenario, population: population, stream: stream, workers: model.team.count)
    schedule = Model.schedule(scenario, stream: stream, population: population, partners: partners)
    self.scenario = scenario
    self.population = population
    self.stream = stream
  }

  /// What programmes keep of the households that they serve.
  var desks: [ProgrammeDesk] { partners.desks }

  /// Takes the population through some quarters.
  func advance(_ quarters: Int = 1) {
    for _ in 0..<quarters {
      quarter += 1
      schedule.advance(world, blocks, step: quarter, team: team)
    }
  }

  /// Households to which a programme has offered its package and that took part of it up.
  func served(_ desk: Int = 0) -> [Int] { (0..<population.households).filter { desks[desk].offered[$0] > 0 } }

  /// Cost entries of one intervention.
  func costs(_ intervention: String, desk: Int = 0) -> [CostEntry] {
    desks[desk].account.costs.filter { $0.intervention == intervention }
  }
}

/// Amounts of PKR of a price year in the model's money, PKR thousand of 2015-16 on the grid of 2^-20.
func modelMoney(_ pkr: Double, deflator: Double = 1.1562) -> Double {
  (pkr / (1000 * deflator) * 1_048_576).rounded(.toNearestOrEven) / 1_048_576
}
