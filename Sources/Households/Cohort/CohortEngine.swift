import LinearAlgebra

/// Projects a scenario as a distribution over the joint states instead of simulating its households.
///
/// Each profile class is a Markov chain on the 64 joint states,
///
///     q(to) = sum over from of p(from) P(from, to)
///
/// whose probabilities ``TransitionKernel`` gives for the mean features of the class. Circumstances - money, shocks,
/// prices, neighbours - stay as they were when the population had settled, except for what the programmes of the
/// scenario do to them in expectation. So it takes milliseconds, has no luck of its own beyond that of the settled
/// population, and tells nothing of poverty.
public struct CohortEngine: Sendable {
  /// The model whose settled populations are projected.
  public let model: Model
  /// How cohorts are made and projected.
  public let options: CohortOptions

  /// Creates an engine.
  /// - Parameters:
  ///   - model: made for the baseline.
  ///   - options: how cohorts are made and projected.
  public init(model: Model, options: CohortOptions = CohortOptions()) {
    self.model = model
    self.options = options
  }

  /// The measures of `Observation.values`, in order: those of the model that follow from the joint states.
  public static let measures: [Measure] = CohortObserver.definitions.map(\.measure)

  /// What a reader must know of a projection.
  public static let statement = """
    Projected as a cohort: shares of households move between the joint states while their circumstances stay as they \
    were at the start, but for what programmes do to them on average. No measures of poverty.
    """

  /// The groups of `Observation.values`, in order.
  public var groupLevels: [GroupLevel] { model.groupLevels }

  /// The same engine on one thread, with the same results.
  /// - Returns: a copy.
  public func onOneThread() -> CohortEngine { CohortEngine(model: model.onOneThread(), options: options) }

  /// Draws the households of a replication, lets them settle and divides them into classes.
  ///
  /// Complexity: O(households x burn-in).
  ///
  /// - Parameter replication: the replication, from 1.
  /// - Returns: the cohort at quarter 0.
  public func settled(replication: Int) -> Cohort { cohort(of: model.settled(replication: replication)) }

  /// Divides a settled population into classes, once for any number of projections.
  ///
  /// - Parameter population: a settled population of the model; it is not changed.
  /// - Returns: the cohort at quarter 0.
  public func cohort(of population: Population) -> Cohort {
    BLAS.useOneThread()
    return Cohort(population, parameters: model.baseline.parameters, options: options)
  }

  /// Projects one scenario from a cohort, which stays as it is.
  ///
  /// Complexity: O(classes x quarters).
  ///
  /// - Parameters:
  ///   - scenario: comparable with the baseline.
  ///   - cohort: the cohort of a settled population.
  ///   - observeEvery: quarters between observations; the start and the end are always observed.
  ///   - progress: called after each quarter with its number.
  /// - Returns: observations, transitions and expected costs.
  public func project(
    _ scenario: Scenario, from cohort: Cohort, observeEvery: Int = 4, progress: (_ quarter: Int) -> Void = { _ in }
  ) -> RunResult {
    let projection = CohortProjection(scenario, from: cohort)
    var observer = CohortObserver(
      cohort, groups: model.groups, dependencyCutoff: scenario.parameters.score.dependencyCutoff)
    var observations: [Observation] = []
    for quarter in 0..<(scenario.quarters + 1) {
      if quarter > 0 {
        projection.advance()
        observer.note(projection.rows)
        progress(quarter)
      }
      guard quarter % observeEvery == 0 || quarter == scenario.quarters else { continue }
      var observation = observer.observe(projection.rows, quarter: quarter)
      observation.programmeValues = projection.programmeValues
      observations.append(observation)
    }
    return RunResult(
      observations: observations, transitions: projection.rows.transitions, costs: projection.costs)
  }
}
