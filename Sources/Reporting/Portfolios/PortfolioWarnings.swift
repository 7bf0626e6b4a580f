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
      Warning(.assumed, ReportWarnings.assumedValues(scenarios)),
    ].compactMap(\.self)
  }
}
