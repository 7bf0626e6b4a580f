internal import Charts
internal import Experiments
internal import Notation
internal import Reporting

/// The answer of a comparison: durable exits from dependency are what scenarios are judged by.
struct ComparisonAnswer {
  let sentences: [String]

  init(_ source: ResultSource) throws {
    let standing = try Standing(source)
    let second =
      if let leader = standing.leader {
        try Gainers(source, scenario: leader.scenario).words + Self.cost(of: leader.scenario, source)
      } else {
        try Self.costs(source, isAllUnclear: standing.isUnclear)
      }
    sentences = [standing.words, second, Answer.certainty(source)]
  }

  /// What one more durable exit costs, or that it costs nothing more, as the end of a sentence.
  private static func cost(of scenario: String, _ source: ResultSource) throws -> String {
    let rows = try source.results.rows(
      of: EffectivenessRow.self, .only(\.scenario, scenario), .only(\.terms.perspective, .programme),
      .only(\.terms.effect, .durableExits))
    guard let row = rows.first else { return "." }
    if row.reading == .dominates {
      let byMean = row.cost.high > 0 ? ", by mean," : ""
      return "; its programmes cost\(byMean) no more than those of \(Wording.name(source.results.scenarios[0]))."
    }
    guard row.reading == .ratio else { return "." }
    return """
      ; one more durable exit costs its programmes PKR \(ReadableNumber.text(row.ratio, decimals: 0)) of 2015-16, \
      discounted (\(ReadableNumber.range(row.ratioLow, row.ratioHigh, decimals: 0))).
      """
  }

  /// What the programmes cost where nothing can be told of what they gain.
  private static func costs(_ source: ResultSource, isAllUnclear: Bool) throws -> String {
    let costs = try source.results.rows(of: RankingRow.self, .only(\.measure, "programme_cost"))
      .filter { $0.mean != 0 }
      .map { "\(DisplayUnit.programmeCost.text($0.mean)) million in \(Wording.name($0.scenario))" }
    let whom =
      isAllUnclear
      ? "Who gains, and what one more durable exit costs, cannot be told either"
      : "What one more durable exit costs cannot be told where there are not more of them"
    guard let last = costs.last else { return whom + "." }
    let first = costs.dropLast().joined(separator: ", ")
    return "\(whom); the programmes cost PKR \(first.isEmpty ? last : "\(first) and \(last)") (of 2015-16)."
  }
}
