package import Experiments

/// What a reader should know before believing a recommendation.
package enum PortfolioWarnings {
  /// The warnings that findings call for, those that hold for all results first.
  package static func list(_ findings: PortfolioFindings, scenarios: [ScenarioRecord]) -> [Warning] {
    [
      Warning(.replications, ReportWarnings.fewReplications(findings.comparison.replications)),
      Warning(.assumed, ReportWarnings.assumedValues(scenarios)),
    ].compactMap(\.self)
  }
}
