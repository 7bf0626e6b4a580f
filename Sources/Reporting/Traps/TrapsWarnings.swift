package import Experiments
internal import Notation

/// What a reader should know before believing an account of traps.
package enum TrapsWarnings {
  /// Lasting longer than the next process by less than this, sets run into each other.
  private static let clearGap = 1.5

  /// States left out with a larger share of household-quarters than this are warned of.
  private static let negligibleShare = 0.01

  /// The warnings that an analysis calls for, those that hold for all results first.
  package static func list(_ study: TrapStudy, scenarios: [ScenarioRecord]) -> [Warning] {
    ReportWarnings.list(replications: study.replications, scenarios: scenarios)
      + ofChains(study).map { Warning(.traps, $0) }
  }

  private static func ofChains(_ study: TrapStudy) -> [String] {
    study.scenarios.compactMap(withoutDoor) + study.scenarios.compactMap(endUnknown)
      + study.scenarios.compactMap(leftOut)
      + zip(study.scenarios, study.changingReplications).compactMap { changing($0, $1, of: study.replications) }
      + study.partitions.compactMap(blurred)
  }

  private static func withoutDoor(_ scenario: TrapAnalysis) -> String? {
    let share = scenario.classes.filter(\.kind.isTrap).reduce(0) { $0 + $1.share }
    guard share > 0 else { return nil }
    return """
      \(scenario.scenarioName): no durable exit was seen to be possible from states with \
      \(ReadableNumber.text(100 * share, decimals: 1))% of household-quarters; mean times are of those who make one
      """
  }

  private static func endUnknown(_ scenario: TrapAnalysis) -> String? {
    guard !scenario.isEndKnown else { return nil }
    return """
      \(scenario.scenarioName): all states that were seen often enough are left for states too seldom seen alone: whether \
      a durable exit can be made, and when, is not known; use more households, years or replications
      """
  }

  private static func leftOut(_ scenario: TrapAnalysis) -> String? {
    guard scenario.shareLeftOut > negligibleShare, let states = TrapDoors(scenario).leftOut else { return nil }
    return """
      \(scenario.scenarioName): \(ReadableNumber.text(100 * scenario.shareLeftOut, decimals: 1))% of household-quarters \
      were in states left out; all shares but those of classes are of the rest; too few moves were seen to tell where \
      they lead: \
      \(states); use more households, years or replications
      """
  }

  private static func changing(_ scenario: TrapAnalysis, _ changing: Int, of replications: Int) -> String? {
    guard changing > 0 else { return nil }
    return """
      \(scenario.scenarioName): without \(changing == 1 ? "one" : "any one of \(changing)") of the \(replications) \
      replications there are other classes of states, so that its numbers have no intervals; use more replications
      """
  }

  private static func blurred(_ partition: TrapPartition) -> String? {
    guard partition.gap < clearGap else { return nil }
    return """
      the \(partition.sets.count) sets run into each other: the slowest way between them is only \
      \(ReadableNumber.text(partition.gap, decimals: 2)) times as slow as the next; read them as regions, not as walls
      """
  }
}
