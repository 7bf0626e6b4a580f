public import Households
internal import Statistics

/// Runs the model under some theories and takes from it what has been published.
///
/// Within a replication the three courses start from the same settled population, meet the same luck and are observed with
/// the same errors. Results do not depend on the number of threads.
public struct EvidenceStudy: Sendable {
  /// What happens.
  public let scenarios: EvidenceScenarios
  /// The households to draw from.
  public let survey: [SurveyHousehold]
  /// Replications under each theory.
  public let replications: Int

  /// Creates a study.
  /// - Precondition: the scenarios last long enough, and there are two replications or more.
  public init(_ scenarios: EvidenceScenarios, survey: [SurveyHousehold], replications: Int) {
    precondition(
      scenarios.baseline.quarters >= EvidenceScenarios.quarters,
      "figures are taken from \(EvidenceScenarios.quarters) quarters")
    precondition(replications >= 2, "an error needs two replications")
    self.scenarios = scenarios
    self.survey = survey
    self.replications = replications
  }

  /// Runs everything.
  ///
  /// - Parameters:
  ///   - theories: the theories, each once.
  ///   - options: threads and block size.
  ///   - progress: told after each replication, by one thread at a time.
  /// - Returns: published and simulated figures.
  /// - Throws: `ModelError` where the scenarios cannot be run, or not together.
  /// - Complexity: O(theories x replications x households x quarters).
  public func run(
    _ theories: [Regime], options: ModelOptions, progress: (ExperimentProgress) -> Void = { _ in }
  ) throws -> EvidenceFindings {
    let figures = EvidenceFigure.all(survey: SurveyDistribution(survey, of: scenarios.baseline))
    var findings: [TheoryFindings] = []
    for (index, theory) in theories.enumerated() {
      let simulated = try simulate(figures, under: theory, options: options) { replication in
        let done = Double(index * replications + replication - 1) / Double(theories.count * replications)
        progress(
          ExperimentProgress(
            replication: replication, replications: replications, scenarioName: theory.rawValue, fraction: done))
      }
      findings.append(TheoryFindings(regime: theory, simulated: simulated))
    }
    return EvidenceFindings(figures: figures.map(\.published), theories: findings)
  }

  /// Means and errors over replications; told is which replication is next.
  private func simulate(
    _ figures: [EvidenceFigure], under theory: Regime, options: ModelOptions, progress: (_ replication: Int) -> Void
  ) throws -> [SimulatedFigure] {
    let scenarios = scenarios.under(theory)
    progress(1)
    let model = try Model(baseline: scenarios.baseline, survey: survey, options: options)
    for scenario in [scenarios.push, scenarios.cash] { try model.checkComparable(scenario) }
    var moments = figures.map { _ in RunningMoments() }
    let alone = model.onOneThread()
    try withoutActuallyEscaping(progress) { progress in
      try OrderedPool.share(1..<replications + 1, among: model.threads) { replication, isAlone, isWanted in
        EvidenceSample(isAlone ? model : alone, scenarios, replication: replication, isWanted: isWanted)
          .map { sample in figures.map { $0.simulate(sample) } }
      } take: { values in
        for (index, value) in values.enumerated() { moments[index].add(value) }
        progress(min(replications, (moments.first?.count ?? 0) + 1))
      }
    }
    return moments.map { SimulatedFigure(mean: $0.mean, standardError: $0.standardError) }
  }
}
