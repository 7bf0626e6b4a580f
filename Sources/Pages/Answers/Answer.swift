internal import Charts
internal import Reporting

/// What a planner wants to know, in three sentences made from the results: what does best, for whom and at what cost,
/// and how sure that is.
struct Answer {
  let sentences: [String]

  init(_ source: ResultSource) throws {
    switch source.record.command {
    case "sweep", "sensitivity": sentences = try SensitivityAnswer(source).sentences
    default:
      sentences = try source.results.isComparison ? ComparisonAnswer(source).sentences : RunAnswer(source).sentences
    }
  }

  /// How sure the numbers are, for runs and comparisons alike.
  static func certainty(_ source: ResultSource) -> String {
    let assumed = AssumedValues(source.simulation.scenarios)
    let base =
      source.results.replications < 2
      ? "One replication gives no intervals, so chance cannot be told from effect"
      : """
      The intervals are 95%, from \(source.results.replications) replications\
      \(source.results.isComparison ? " in which all scenarios meet the same luck" : ""), and hold chance alone
      """
    return """
      \(base); \(assumed.values.count) of \(assumed.total) values are assumed, not measured, and what they would change is \
      for untrap sensitivity to tell.
      """
  }
}
