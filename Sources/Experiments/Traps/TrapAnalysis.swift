public import Households
internal import MarkovChains

/// Where the households of one scenario get stuck, state by state.
public struct TrapAnalysis: Sendable {
  /// What holds for a joint state; NaN where undefined.
  public struct State: Sendable {
    /// The state.
    public let state: JointState
    /// Share of household-quarters of the run in the states kept.
    public let occupancy: Double
    /// Share of households in the states kept, in the long run.
    public let stationary: Double
    /// Share, in the long run, of those that have not made a durable exit and will.
    public let quasiStationary: Double
    /// Mean quarters until a durable exit, of those who make one in the end; infinite where nobody does.
    public let quartersToExit: Double
    /// Their variance.
    public let varianceOfQuartersToExit: Double
    /// Chances of a durable exit within 4, 20 and 40 quarters.
    public let exitWithin: [Double]
    /// Chance of ever making one.
    public let exitEver: Double
  }

  /// A move between joint states and what it means for the time to a durable exit.
  public struct JointMove: Sendable {
    /// The state that is left.
    public let from: JointState
    /// The state that is entered.
    public let to: JointState
    /// Its probability in a quarter.
    public let probability: Double
    /// Percent by which the mean time to a durable exit changes for each percent by which the move becomes likelier.
    public let elasticity: Double
  }

  /// A door and what it means for the time to a durable exit.
  public struct DoorEffect: Sendable {
    /// The door.
    public let door: Door
    /// Its probability in a quarter, for those who stand before it in the run.
    public let probability: Double
    /// Percent by which the mean time to a durable exit changes for each percent by which it becomes likelier.
    public let elasticity: Double
  }

  /// A process by which the distribution comes to the long run.
  public struct Process: Sendable {
    /// The eigenvalue; the imaginary part of a pair is that above 0.
    public let real, imaginary: Double
    /// Quarters until it has faded to 1/e.
    public let timeScale: Double
    /// The eigenvalue of the same rank of the chain averaged with its reversal, on which sets are found.
    public let reversibleEigenvalue: Double
    /// Its quarters.
    public let reversibleTimeScale: Double
  }

  /// The scenario's name.
  public let scenarioName: String
  /// The states, but those left out.
  public let states: [State]
  /// The classes that the states make, the one with the most household-quarters first, those left out last.
  public let classes: [TrapClass]
  /// Share of household-quarters in states that are left out, since their end is not known: all shares but those of classes
  /// and of all that were out are of the rest.
  public let shareLeftOut: Double
  /// Mean quarters from each of the states until each is first reached, `from + states.count * to`; infinite where that is
  /// not sure.
  public let passageTimes: [Double]
  /// Moves between joint states that happen, in the order of the states.
  public let jointMoves: [JointMove]
  /// The doors.
  public let doors: [DoorEffect]
  /// The slowest processes of the class with the most household-quarters.
  public let processes: [Process]
  /// The part of those without a durable exit that is still without one a quarter later, in the long run.
  public let survival: Double
  /// Whether households that are not out of dependency can make a durable exit at all.
  public let hasWayOut: Bool
  /// Whether all that can reach one are sure to make one in the end; otherwise what a door does to the mean time of those
  /// who do tells nothing, and is NaN.
  public let isExitSure: Bool
  /// Whether the ends of the states are known; otherwise they are left for states seldom seen alone, and no more is told of
  /// what follows.
  public let isEndKnown: Bool
  /// The share of all household-quarters that was out of dependency.
  public let shareOut: Double

  /// Processes that are told.
  private static let slowest = 8

  /// Analyses a chain.
  init(scenarioName: String, _ numbers: TrapNumbers) {
    self.scenarioName = scenarioName
    let (dependency, exit) = (numbers.dependency, numbers.exit)
    shareLeftOut = dependency.shareLeftOut
    hasWayOut = exit != nil
    isExitSure = exit?.isSure ?? false
    isEndKnown = dependency.isEndKnown
    shareOut = dependency.shareOut
    classes = TrapClass.all(numbers)
    passageTimes =
      (dependency.isEndKnown ? dependency.chain.meanPassageTimes() : nil)
      ?? Array(repeating: .nan, count: dependency.states.count * dependency.states.count)
    let visits = exit?.chain.fundamentalMatrix()
    let quasi = exit.flatMap { exit in visits.flatMap { QuasiStationary(exit.chain, fundamentalMatrix: $0) } }
    survival = quasi?.survival ?? .nan
    states = Self.states(numbers, quasi)
    processes = Self.processes(dependency.heaviest.chain)
    let sensitivity = exit.flatMap { exit in
      visits.map {
        AbsorptionSensitivity(
          exit.chain, start: exit.startOfThoseWhoExit(numbers.start), steps: exit.steps, fundamentalMatrix: $0)
      }
    }
    func elasticity(where isRaised: (_ from: Int, _ to: Int) -> Bool) -> Double {
      exit.flatMap { exit in sensitivity.map { exit.elasticity($0, where: isRaised) } } ?? .nan
    }
    jointMoves = Self.jointMoves(dependency, elasticity)
    doors = Self.doors(dependency, elasticity)
  }

  private static func states(_ numbers: TrapNumbers, _ quasi: QuasiStationary?) -> [State] {
    let (dependency, exit) = (numbers.dependency, numbers.exit)
    let variances =
      exit.flatMap { exit in exit.chain.varianceOfSteps(exit.steps).map { exit.byState($0, otherwise: .nan) } }
      ?? Array(repeating: .nan, count: dependency.states.count)
    let within =
      exit.map { exit in exit.chances(within: TrapQuantity.horizons).map { exit.byState($0, otherwise: 0) } }
      ?? TrapQuantity.horizons.map { _ in numbers.chancesByState }
    let shares =
      exit.flatMap { exit in quasi.map { exit.summedByState($0.shares) } }
      ?? Array(repeating: .nan, count: dependency.states.count)
    let (steps, chances) = (numbers.stepsByState, numbers.chancesByState)
    return dependency.states.indices.map { index in
      State(
        state: dependency.states[index], occupancy: dependency.occupancy[index], stationary: numbers.longRun[index],
        quasiStationary: shares[index], quartersToExit: steps[index], varianceOfQuartersToExit: variances[index],
        exitWithin: within.map { $0[index] }, exitEver: chances[index])
    }
  }

  private static func processes(_ chain: MarkovChain) -> [Process] {
    guard let decomposition = Reversibilisation(chain, stationary: chain.stationaryDistribution()) else { return [] }
    let scales = decomposition.timeScales
    return chain.leadingEigenvalues(slowest).enumerated().map { rank, value in
      Process(
        real: value.real, imaginary: value.imaginary, timeScale: rank == 0 ? .nan : value.timeScale,
        reversibleEigenvalue: decomposition.eigenvalues[rank], reversibleTimeScale: scales[rank])
    }
  }

  /// By how many percent the mean time to a durable exit changes for each percent by which moves become likelier.
  private typealias Elasticity = ((_ from: Int, _ to: Int) -> Bool) -> Double

  private static func jointMoves(_ dependency: DependencyChain, _ elasticity: Elasticity) -> [JointMove] {
    let positions = dependency.states.indices
    return positions.flatMap { from in
      positions.filter { dependency.chain[from, $0] > 0 }.map { to in
        JointMove(
          from: dependency.states[from], to: dependency.states[to], probability: dependency.chain[from, to],
          elasticity: elasticity { $0 == from && $1 == to })
      }
    }
  }

  private static func doors(_ dependency: DependencyChain, _ elasticity: Elasticity) -> [DoorEffect] {
    Door.all.map { door in
      func isPassed(_ from: Int, _ to: Int) -> Bool {
        door.isPassed(from: dependency.states[from], to: dependency.states[to])
      }
      var (passed, standing) = (0.0, 0.0)
      for from in dependency.states.indices where dependency.states[from].level(of: door.dimension) == door.from {
        standing += dependency.occupancy[from]
        for to in dependency.states.indices where isPassed(from, to) {
          passed += dependency.occupancy[from] * dependency.chain[from, to]
        }
      }
      return DoorEffect(
        door: door, probability: standing > 0 ? passed / standing : .nan, elasticity: elasticity(isPassed))
    }
  }
}
