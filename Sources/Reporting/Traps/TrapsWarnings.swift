public import Experiments
internal import Notation

/// What a reader should know before believing an account of traps.
public enum TrapsWarnings {
  /// Lasting longer than the next process by less than this, sets run into each other.
  private static let clearGap = 1.5

  /// States left out with a larger share of household-quarters than this are warned of.
  private static let negligibleShare = 0.01

  /// The warnings that an analysis calls for.
  /// - Parameters:
  ///   - study: what was found.
  ///   - scenarios: the scenarios as they were run.
  /// - Returns: sentences, those that hold for all results first.
  public static func list(_ study: TrapStudy, scenarios: [ScenarioRecord]) -> [Warning] {
    [
      Warning(.replications, ReportWarnings.fewReplications(study.replications)),
      Warning(.assumed, ReportWarnings.assumedValues(scenarios)),
    ].compactMap(\.self) + ofChains(study).map { Warning(.traps, $0) }
  }

  private static func ofChains(_ study: TrapStudy) -> [String] {
    study.scenarios.filter { !$0.hasWayOut }.map {
      "\($0.scenarioName): no durable exit was seen to be possible; times to it are empty"
    } + study.scenarios.compactMap(leftOut) + study.partitions.compactMap(blurred)
  }

  private static func leftOut(_ scenario: TrapAnalysis) -> String? {
    guard scenario.shareLeftOut > negligibleShare else { return nil }
    return """
      \(scenario.scenarioName): \(ReadableNumber.text(100 * scenario.shareLeftOut, decimals: 1))% of household-quarters \
      were in states left out; all shares are of the rest; use more households, years or replications
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
