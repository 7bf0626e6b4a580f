package import Experiments
internal import Notation
internal import Statistics

/// What a reader should know before believing the numbers.
package enum ReportWarnings {
  /// The warnings that results call for, those that hold for all results first.
  package static func list(_ summary: ExperimentSummary, scenarios: [ScenarioRecord]) -> [Warning] {
    list(replications: summary.replications, missedPrecision(summary), scenarios: scenarios)
      + summary.scenarioNames.indices.dropFirst().compactMap {
        Warning(.difference, notDistinguishable(summary, scenario: $0))
      }
  }

  /// The warnings that any results of simulations call for.
  package static func list(
    replications: Int, _ missedPrecision: String? = nil, scenarios: [ScenarioRecord]
  ) -> [Warning] {
    [
      Warning(.replications, fewReplications(replications)), Warning(.precision, missedPrecision),
      Warning(.assumed, assumedValues(scenarios)),
    ].compactMap(\.self)
  }

  /// That intervals are unreliable or missing; nil with enough replications.
  package static func fewReplications(_ replications: Int) -> String? {
    if replications == 1 {
      return """
        one replication gives no intervals: chance cannot be told from effect; use --replications \(EnoughReplications.number) \
        or more
        """
    }
    guard !EnoughReplications.isReached(by: replications) else { return nil }
    return """
      intervals from \(replications) replications are unreliable; use --replications \(EnoughReplications.number) or more
      """
  }

  private static func assumedValues(_ scenarios: [ScenarioRecord]) -> String? {
    let values = Set(scenarios.flatMap { $0.values.map(\.path) })
    let assumed = Set(scenarios.flatMap { $0.values.filter(\.isAssumed).map(\.path) })
    guard !assumed.isEmpty else { return nil }
    let verb = assumed.count == 1 ? "is" : "are"
    return "\(assumed.count) of \(values.count) values \(verb) assumed, not measured; run.json names them"
  }

  private static func missedPrecision(_ summary: ExperimentSummary) -> String? {
    guard let precision = summary.precision, !precision.isMet else { return nil }
    let goal = precision.goal
    var (decimals, scaled) = (0, goal.halfWidth)
    // Three digits of what was wanted.
    while scaled < 100, decimals < 12 { (decimals, scaled) = (decimals + 1, 10 * scaled) }
    let widths = [goal.halfWidth, precision.halfWidth].map { ReadableNumber.text($0, decimals: decimals) }
    return """
      the 95% interval of \(goal.measure) was to reach \(widths[0]) to each side and reaches \(widths[1]) after \
      \(summary.replications) replications, the most allowed
      """
  }

  private static func notDistinguishable(_ summary: ExperimentSummary, scenario: Int) -> String? {
    let names = HeadlineDifference.all(of: summary, scenario: scenario).filter(\.isNotDistinguishable)
      .map { difference in
        let number = difference.comparison.replicationsToTellApart(
          scenarios: summary.comparedScenarios, atMost: mostReplicationsTold)
        return "\(difference.unit.name) (\(replicationsNeeded(number)))"
      }
    guard !names.isEmpty else { return nil }
    return """
      \(summary.scenarioNames[scenario]) cannot be told apart from \(summary.scenarioNames[0]) in \
      \(names.joined(separator: ", ")): the interval of the difference includes 0; in brackets how many replications \
      would tell such a difference apart
      """
  }

  /// Needed replications up to which their number is told.
  private static let mostReplicationsTold = 10_000

  private static func replicationsNeeded(_ number: Int?) -> String {
    number.map { "about \(ReadableNumber.text($0))" } ?? "more than \(ReadableNumber.text(mostReplicationsTold))"
  }
}
