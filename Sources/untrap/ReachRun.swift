internal import Experiments
internal import Households
internal import Reporting

/// Runs scenarios for nothing but how far their programmes come, where the runs of a command do not tell.
struct ReachRun {
  let model: Model
  let replications: Int

  /// What a reader should know of programmes that reach nobody, of scenarios that are comparable with the baseline of
  /// the model; a setting, in words, says with what they are run.
  /// - Throws: what stops an experiment.
  func warnings(_ scenarios: [Scenario], setting: String = "") throws -> [Warning] {
    let scenarios = scenarios.filter { !$0.programmes.isEmpty }
    guard let first = scenarios.first else { return [] }
    let plan = ExperimentPlan(scenarios: scenarios, replications: replications, observeEvery: first.quarters)
    let summary = try Experiment(engine: model, plan: plan).run(into: Nowhere())
    return ReachWarnings.list(summary, scenarios: scenarios)
      .map { Warning($0.kind, setting.isEmpty ? $0.text : "\(setting): \($0.text)") }
  }
}
