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
    /// Share, in the long run, of those that have not made a durable exit.
    public let quasiStationary: Double
    /// Mean quarters until a durable exit.
    public let quartersToExit: Double
    /// Their variance.
    public let varianceOfQuartersToExit: Double
    /// Chances of a durable exit within 4, 20 and 40 quarters.
    public let exitWithin: [Double]
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
  /// The states that all reach each other.
  public let states: [State]
  /// Share of household-quarters in other states, which do not count: all other shares are of the rest.
  public let shareLeftOut: Double
  /// Mean quarters from each of the states until each is first reached, `from + states.count * to`.
  public let passageTimes: [Double]
  /// Moves between joint states that happen, in the order of the states.
  public let jointMoves: [JointMove]
  /// The doors.
  public let doors: [DoorEffect]
  /// The slowest processes.
  public let processes: [Process]
  /// The part of those without a durable exit that is still without one a quarter later, in the long run.
  public let survival: Double
  /// Whether a durable exit can be made at all.
  public let hasWayOut: Bool

  /// Processes that are told.
  private static let slowest = 8

  /// Analyses a chain.
  init(scenarioName: String, _ numbers: TrapNumbers) {
    self.scenarioName = scenarioName
    let (dependency, exit) = (numbers.dependency, numbers.exit)
    shareLeftOut = dependency.shareLeftOut
    hasWayOut = exit != nil
    passageTimes =
      dependency.chain.meanPassageTimes(stationary: numbers.stationary)
      ?? Array(repeating: .nan, count: dependency.states.count * dependency.states.count)
    let visits = exit?.chain.fundamentalMatrix()
    let quasi = exit.flatMap { exit in visits.flatMap { QuasiStationary(exit.chain, fundamentalMatrix: $0) } }
    survival = quasi?.survival ?? .nan
    states = Self.states(numbers, quasi)
    processes = Self.processes(numbers)
    let sensitivity = exit.flatMap { exit in
      visits.map {
        AbsorptionSensitivity(
          exit.chain, start: exit.start(numbers.start), steps: exit.steps, fundamentalMatrix: $0)
      }
    }
    jointMoves = Self.jointMoves(dependency, exit, sensitivity)
    doors = Self.doors(dependency, exit, sensitivity)
  }

  private static func states(_ numbers: TrapNumbers, _ quasi: QuasiStationary?) -> [State] {
    let (dependency, exit) = (numbers.dependency, numbers.exit)
    let undefined = [Double](repeating: .nan, count: dependency.states.count)
    let steps = exit.map { $0.byState($0.steps) } ?? undefined
    let variances = exit.flatMap { exit in exit.chain.varianceOfSteps(exit.steps).map(exit.byState) } ?? undefined
    let within =
      exit.map { exit in exit.chain.absorbedWithin(TrapQuantity.horizons).map(exit.byState) }
      ?? TrapQuantity.horizons.map { _ in undefined }
    let shares = exit.flatMap { exit in quasi.map { exit.summedByState($0.shares) } } ?? undefined
    return dependency.states.indices.map { index in
      State(
        state: dependency.states[index], occupancy: dependency.occupancy[index],
        stationary: numbers.stationary[index], quasiStationary: shares[index], quartersToExit: steps[index],
        varianceOfQuartersToExit: variances[index], exitWithin: within.map { $0[index] })
    }
  }

  private static func processes(_ numbers: TrapNumbers) -> [Process] {
    let chain = numbers.dependency.chain
    guard let decomposition = Reversibilisation(chain, stationary: numbers.stationary) else { return [] }
    let scales = decomposition.timeScales
    return chain.leadingEigenvalues(slowest).enumerated().map { rank, value in
      Process(
        real: value.real, imaginary: value.imaginary, timeScale: rank == 0 ? .nan : value.timeScale,
        reversibleEigenvalue: decomposition.eigenvalues[rank], reversibleTimeScale: scales[rank])
    }
  }

  private static func jointMoves(
    _ dependency: DependencyChain, _ exit: DurableExit?, _ sensitivity: AbsorptionSensitivity?
  ) -> [JointMove] {
    let positions = dependency.states.indices
    return positions.flatMap { from in
      positions.filter { dependency.chain[from, $0] > 0 }.map { to in
        JointMove(
          from: dependency.states[from], to: dependency.states[to], probability: dependency.chain[from, to],
          elasticity: exit.flatMap { exit in
            sensitivity.map { exit.elasticity($0) { $0 == from && $1 == to } }
          } ?? .nan)
      }
    }
  }

  private static func doors(
    _ dependency: DependencyChain, _ exit: DurableExit?, _ sensitivity: AbsorptionSensitivity?
  ) -> [DoorEffect] {
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
        door: door, probability: standing > 0 ? passed / standing : .nan,
        elasticity: exit.flatMap { exit in sensitivity.map { exit.elasticity($0, where: isPassed) } } ?? .nan)
    }
  }
}
