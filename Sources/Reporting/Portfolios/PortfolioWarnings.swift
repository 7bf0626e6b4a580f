public import Experiments

/// What a reader should know before believing a recommendation.
public enum PortfolioWarnings {
  /// The warnings that findings call for.
  /// - Parameters:
  ///   - findings: what was found.
  ///   - scenarios: the scenario as it was run.
  /// - Returns: sentences.
  public static func list(_ findings: PortfolioFindings, scenarios: [ScenarioRecord]) -> [Warning] {
    [
      Warning(.replications, ReportWarnings.fewReplications(findings.comparison.replications)),
      Warning(.search, withoutScreening(findings)), Warning(.assumed, ReportWarnings.assumedValues(scenarios)),
    ].compactMap(\.self)
  }

  private static func withoutScreening(_ findings: PortfolioFindings) -> String? {
    guard findings.screening == nil else { return nil }
    return "the screening cannot give \(findings.plan.outcome.name): there was no screening, and every mix was run"
  }
}
