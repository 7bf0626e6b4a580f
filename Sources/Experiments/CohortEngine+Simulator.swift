public import Households

extension CohortEngine: Simulator {
  /// Projections that may be made at the same time: as many as there are threads.
  public var simultaneousRuns: Int { model.threads }

  /// Projects one scenario; a cohort has no households to record and no luck of a replication beyond its settling.
  /// - Parameters:
  ///   - scenario: what happens.
  ///   - settled: the cohort it starts from, which it leaves as it was.
  ///   - replication: not looked at.
  ///   - observeEvery: quarters between observations; the start and the end are always observed.
  ///   - microdataAt: must be empty.
  ///   - progress: told of each quarter that is done.
  ///   - record: never called.
  /// - Returns: observations, transitions and expected costs.
  /// - Precondition: no household is to be recorded.
  public func run(
    _ scenario: Scenario, from settled: Cohort, replication: Int, observeEvery: Int, microdataAt: Set<Int>,
    progress: (_ quarter: Int) -> Void, record: (HouseholdRecord) -> Void
  ) -> RunResult {
    precondition(microdataAt.isEmpty, "a cohort has no households to record")
    return project(scenario, from: settled, observeEvery: observeEvery, progress: progress)
  }
}
