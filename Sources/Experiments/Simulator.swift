public import Households

/// What an experiment needs of a model: worlds that have settled, and futures that start from them.
///
/// `Model` is the one that ships; tests put results worked out by hand in its place.
public protocol Simulator: Sendable {
  /// A world at the end of the burn-in, shared by all scenarios of a replication.
  associatedtype Settled

  /// The order of measures in `Observation.values`.
  static var measures: [Measure] { get }

  /// The order of groups in `Observation.values`.
  var groupLevels: [GroupLevel] { get }

  /// Replications that may run at the same time.
  var simultaneousRuns: Int { get }

  /// The same simulator for use on one thread, with the same results.
  func onOneThread() -> Self

  /// Initialises the world of a replication, from 1, which selects its draws, and lets it settle until quarter 0.
  func settled(replication: Int) -> Settled

  /// Runs one future.
  /// - Parameters:
  ///   - scenario: what happens in it.
  ///   - settled: the world it starts from, which it leaves as it was.
  ///   - replication: the replication, from 1.
  ///   - observeEvery: quarters between observations; the start and the end are always observed.
  ///   - microdataAt: quarters at which every household is recorded.
  ///   - progress: told of each quarter that is done.
  ///   - record: told of each recorded household.
  /// - Returns: observations, transitions and costs.
  func run(
    _ scenario: Scenario, from settled: Settled, replication: Int, observeEvery: Int, microdataAt: Set<Int>,
    progress: (_ quarter: Int) -> Void, record: (HouseholdRecord) -> Void
  ) -> RunResult
}

extension Model: Simulator {
  /// Replications that may run at the same time: as many as there are threads.
  public var simultaneousRuns: Int { threads }
}

extension [GroupLevel] {
  /// Where all households are among the groups; nil where they are not.
  var everybody: Int? { firstIndex { $0.group == "all" } }

  /// Where a measure of all households is among the values of an observation; nil where it is not observed.
  func place(of measure: String, among measures: [Measure]) -> Int? {
    guard let everybody, let index = measures.firstIndex(where: { $0.name == measure }) else { return nil }
    return index + measures.count * everybody
  }
}
