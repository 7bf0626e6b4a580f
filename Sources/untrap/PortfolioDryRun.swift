internal import Designs
internal import Experiments
internal import Households
internal import Reporting
internal import Scenarios

/// What a search for the best mix would do and take, without doing it.
///
/// The time is measured: the model is made, and one world settles and runs with everything that a mix may have.
struct PortfolioDryRun {
  let study: PortfolioStudy
  let threads: Int
  let destination: Destination

  /// Measures and describes.
  /// - Returns: the plan.
  /// - Throws: `ModelError` where the scenario cannot be run.
  func report() throws -> String {
    let stopwatch = Stopwatch()
    let model = try study.model(ModelOptions(threads: threads))
    let modelSeconds = stopwatch.seconds
    let settled = model.settled(replication: 1)
    let settledSeconds = stopwatch.seconds - modelSeconds
    let scenario = study.basis.baseline
    _ = model.run(scenario, from: settled, replication: 1, observeEvery: scenario.quarters)
    let runSeconds = stopwatch.seconds - modelSeconds - settledSeconds
    let outline = PortfolioOutline(study.plan)
    // One world settled and ran on all threads, as long as several of them take on one thread each.
    let seconds =
      modelSeconds + Double(outline.schedule.finalReplications.upperBound - 1) * settledSeconds + Double(
        outline.mostRuns) * runSeconds
    return PortfolioPlanReport.text(
      of: study.portfolio.portfolio, mixes: study.portfolio.mixes.count, outline: outline,
      households: scenario.population.households, quarters: scenario.quarters, threads: threads,
      destination: destination.path, obstacle: destination.obstacle, time: Elapsed.text(seconds: seconds))
  }
}
