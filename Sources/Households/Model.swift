import LinearAlgebra
import Randomness
import Simulation

/// How a model is computed; nothing here changes a result.
public struct ModelOptions: Sendable {
  /// Workers that share out the blocks.
  public var threads: Int
  /// Households of a block, at least.
  public var blockSize: Int

  /// Creates options.
  public init(threads: Int, blockSize: Int = 1024) {
    self.threads = threads
    self.blockSize = blockSize
  }
}

/// Why a scenario cannot be run.
public struct ModelError: Error, CustomStringConvertible, Sendable {
  /// What is wrong and what would help.
  public let description: String
}

/// Everything that the scenarios of a comparison share: the survey, the places and the scale of consumption.
public struct Model: Sendable {
  /// The scenario whose parameters hold in the burn-in.
  public let baseline: Scenario
  /// Scale of surveyed consumption (`g`), given or that of the official headcount.
  public let consumptionScale: [SettlementType: Double]
  let strata: [SurveyStratum]
  let groups: GroupLayout
  private(set) var team: WorkerTeam
  let blockSize: Int

  /// Prepares a model: the scale of consumption, and what of welfare lasts in each stratum.
  ///
  /// Complexity: O(rows log rows).
  ///
  /// - Parameters:
  ///   - baseline: the scenario from which all others of a comparison start.
  ///   - survey: the households to draw from.
  ///   - options: threads and block size.
  /// - Throws: `ModelError` where the survey has no rows for a place or no scale gives the official headcount.
  public init(baseline: Scenario, survey: [SurveyHousehold], options: ModelOptions) throws(ModelError) {
    BLAS.useOneThread()
    try Self.checkProgrammes(of: baseline)
    self.baseline = baseline
    var strata: [SurveyStratum] = []
    for place in baseline.population.places {
      let rows = survey.filter { $0.stratum == place.stratum && $0.weight > 0 }
      guard !rows.isEmpty else {
        throw ModelError(
          description: "the survey has no \(place.stratum.region.rawValue) households of \(place.stratum.province), "
            + "from which \(place.district) is to be drawn")
      }
      strata.append(SurveyStratum(rows: rows, baseline.parameters))
    }
    self.strata = strata
    groups = GroupLayout(places: baseline.population.places)
    team = WorkerTeam(count: options.threads)
    blockSize = options.blockSize
    consumptionScale = try ConsumptionScale.scales(baseline, strata: strata)
  }

  /// A lender is kept in one byte, what a household takes up of a package in 32 bits.
  static func checkProgrammes(of scenario: Scenario) throws(ModelError) {
    guard scenario.programmes.count < Workspace.lenders else {
      throw ModelError(description: "'\(scenario.name)' has more than \(Workspace.lenders - 1) programmes")
    }
    for programme in scenario.programmes where programme.package.count > UInt32.bitWidth {
      throw ModelError(
        description: "programme '\(programme.name)' has more than \(UInt32.bitWidth) interventions for households")
    }
  }

  /// Threads that share out the work.
  public var threads: Int { team.count }

  /// The same model on one thread, with the same results.
  /// - Returns: a copy.
  public func onOneThread() -> Model {
    var copy = self
    copy.team = WorkerTeam(count: 1)
    return copy
  }

  /// The groups of `Observation.values`, in order.
  public var groupLevels: [GroupLevel] { groups.levels }

  /// The measures of `Observation.values`, in order.
  public static let measures: [Measure] = Measure.definitions.map(\.measure) + Observer.rankedMeasures

  /// Draws the households of a replication and lets them settle without programmes.
  ///
  /// Complexity: O(households x burn-in).
  ///
  /// - Parameter replication: number of the replication, from 1.
  /// - Returns: the population at quarter 0.
  public func settled(replication: Int) -> Population {
    let stream = RandomStream(seed: baseline.seed, replication: UInt32(truncatingIfNeeded: replication))
    let parameters = baseline.parameters
    let geography = Geography(
      baseline.population, households: baseline.population.households, parameters: parameters.initial, stream: stream)
    let opening = Opening(households: geography.householdCount)
    let population = Population(
      baseline, geography: geography, strata: strata, scale: consumptionScale, stream: stream, team: team,
      opening: opening)
    let blocks = Block.partition(groupStarts: geography.settlementStarts, size: blockSize)
    let world = World(population: population, blocks: blocks, team: team)
    for step in (1 - Int(parameters.initial.burnInQuarters))..<1 {
      let schedule = burnIn(population, opening: opening, step: step, stream: stream)
      schedule.advance(world, blocks, step: step, team: team)
      if LevelBalance.isTaken(step: step) { population.balance.even(world.levelFlows()) }
    }
    population.startScores(parameters.score)
    return population
  }

  /// A quarter of the burn-in: no programmes, and luck that ends where the survey saw the household.
  private func burnIn(
    _ population: Population, opening: Opening, step: Int, stream: RandomStream
  ) -> Schedule<World> {
    let parameters = baseline.parameters
    var entries = Self.entries(
      baseline, stream: stream, population: population, partners: nil, opening: opening,
      countsFlows: LevelBalance.isTaken(step: step))
    if step == 0 {
      let solver = PotentialSolver(parameters, regime: baseline.regime)
      entries.insert(.block(OpeningPotential(opening: opening, solver: solver)), at: 1)
    }
    return Schedule(entries)
  }

  /// The processes of a quarter in the order of the model; programmes only where there are any.
  static func schedule(
    _ scenario: Scenario, stream: RandomStream, population: Population, partners: Partners
  ) -> Schedule<World> {
    Schedule(entries(scenario, stream: stream, population: population, partners: partners))
  }

  private static func entries(
    _ scenario: Scenario, stream: RandomStream, population: Population, partners: Partners?,
    opening: Opening? = nil, countsFlows: Bool = false
  ) -> [Schedule<World>.Entry] {
    let parameters = scenario.parameters
    var entries: [Schedule<World>.Entry] = [
      .block(Shocks(parameters: parameters.shocks, stream: stream)),
      .block(Earn(parameters: parameters.earn, regime: scenario.regime, stream: stream, opening: opening)),
      .block(TradeAndConsume(parameters: parameters.trade, stream: stream)),
    ]
    if let partners, !partners.mobilisations.isEmpty { entries.append(.whole(Institutions(partners))) }
    if let partners, !partners.desks.isEmpty { entries.append(.whole(Programmes(partners))) }
    entries += [
      .block(
        Dependency(
          parameters: parameters.dependency.balanced(by: population.balance),
          worksLimit: parameters.programmes.worksLimit, stream: stream, countsFlows: countsFlows)),
      .block(Patrons(parameters: parameters.patrons, trade: parameters.trade)),
      .block(Score(parameters: parameters.score)),
    ]
    return entries
  }
}
