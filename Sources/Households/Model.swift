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
  /// Scale of surveyed consumption (`g`), given or solved.
  public let consumptionScale: [SettlementType: Double]
  let strata: [SurveyStratum]
  let groups: GroupLayout
  private(set) var team: WorkerTeam
  let blockSize: Int

  /// Prepares a model and solves the scale of consumption.
  ///
  /// Complexity: O(households x burn-in x solver steps).
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
      strata.append(SurveyStratum(rows: rows))
    }
    self.strata = strata
    groups = GroupLayout(places: baseline.population.places)
    team = WorkerTeam(count: options.threads)
    blockSize = options.blockSize
    let solver = ConsumptionScaleSolver(scenario: baseline, strata: strata, team: team, blockSize: blockSize)
    consumptionScale = try solver.solve()
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
  /// - Parameter replication: number of the replication, from 1; 0 is the one with which the scale is solved.
  /// - Returns: the population at quarter 0.
  public func settled(replication: Int) -> Population {
    Self.settled(
      baseline, households: baseline.population.households, strata: strata, scale: consumptionScale,
      replication: replication, team: team, blockSize: blockSize)
  }

  static func settled(
    _ scenario: Scenario, households: Int, strata: [SurveyStratum], scale: [SettlementType: Double],
    replication: Int, team: WorkerTeam, blockSize: Int
  ) -> Population {
    let stream = RandomStream(seed: scenario.seed, replication: UInt32(truncatingIfNeeded: replication))
    let geography = Geography(
      scenario.population, households: households, parameters: scenario.parameters.initial, stream: stream)
    let population = Population(
      scenario, geography: geography, strata: strata, scale: scale, stream: stream, team: team)
    let blocks = Block.partition(groupStarts: geography.settlementStarts, size: blockSize)
    let world = World(population: population, blocks: blocks, team: team)
    let schedule = schedule(scenario, stream: stream, partners: nil)
    let burnIn = Int(scenario.parameters.initial.burnInQuarters)
    for step in (1 - burnIn)..<1 { schedule.advance(world, blocks, step: step, team: team) }
    return population
  }

  /// The processes of a quarter in the order of the model; programmes only where there are any.
  static func schedule(_ scenario: Scenario, stream: RandomStream, partners: Partners?) -> Schedule<World> {
    let parameters = scenario.parameters
    var entries: [Schedule<World>.Entry] = [
      .block(Shocks(parameters: parameters.shocks, stream: stream)),
      .block(Earn(parameters: parameters.earn, regime: scenario.regime, stream: stream)),
      .block(TradeAndConsume(parameters: parameters.trade, stream: stream)),
    ]
    if let partners, !partners.mobilisations.isEmpty { entries.append(.whole(Institutions(partners))) }
    if let partners, !partners.desks.isEmpty { entries.append(.whole(Programmes(partners))) }
    entries += [
      .block(
        Dependency(
          parameters: parameters.dependency, worksLimit: parameters.programmes.worksLimit, stream: stream)),
      .block(Patrons(parameters: parameters.patrons, trade: parameters.trade)),
      .block(Score(parameters: parameters.score)),
    ]
    return Schedule(entries)
  }
}
