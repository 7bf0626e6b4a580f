internal import Charts
internal import Notation
internal import Reporting
internal import Statistics

/// How scenarios stand by durable exits from dependency.
struct Standing {
  /// The differences from the baseline, in the order of the scenarios.
  let outcomes: [BaselineDifference]
  private let source: ResultSource
  private let baseline: String
  /// One more than the number of scenarios that are better beyond doubt; 0 where that is not known.
  private let ranks: [String: Int]

  init(_ source: ResultSource) throws {
    self.source = source
    outcomes = try source.results.differences(in: ["durable_exits"])
    baseline = Wording.name(source.results.scenarios[0])
    let ranking = try source.results.rows(of: RankingRow.self, .only(\.measure, "durable_exits"))
    ranks = Dictionary(
      ranking.compactMap { row in row.rank.map { (row.scenario, $0) } }, uniquingKeysWith: { first, _ in first })
  }

  /// The scenario with the most durable exits among those that have more than the baseline beyond doubt.
  var leader: BaselineDifference? {
    outcomes.filter { $0.verdict == .higher }.max { $0.difference < $1.difference }
  }

  /// Whether nothing at all can be told: no scenario has fewer, and not all are the same.
  var isUnclear: Bool {
    guard source.results.hasEnoughReplications else { return true }
    return outcomes.allSatisfy { $0.verdict != .lower } && outcomes.contains { $0.verdict != .equal }
  }

  var words: String {
    guard !outcomes.isEmpty else { return "The results do not tell durable exits from dependency." }
    let after = "After \(source.results.span)"
    if outcomes.allSatisfy({ $0.verdict == .unknown }) {
      let means = outcomes.map { "\($0.unit.difference($0.difference)) in \(Wording.name($0.scenario))" }
      return """
        \(after) the durable exits from dependency differ from those of \(baseline) by \(means.joined(separator: ", ")), in \
        one replication, which cannot tell effect from chance.
        """
    }
    if outcomes.allSatisfy({ $0.verdict == .equal }) {
      return "\(after) no scenario changes who has made a durable exit from dependency, compared with \(baseline)."
    }
    if !source.results.hasEnoughReplications, outcomes.contains(where: { $0.verdict == .undecided }) {
      let means = outcomes.map { "\(Wording.name($0.scenario)) (\(gainWords($0)))" }
      return """
        \(after) the scenarios cannot be told apart by durable exits from dependency: \(source.results.replications) \
        replications are too few, whatever the mean differences from \(baseline) and their 95% intervals, in \
        \(means.joined(separator: ", ")).
        """
    }
    guard let leader else { return "\(after) " + withoutLeader }
    let lead = """
      \(after) \(leader.unit.text(leader.difference)) more households have made a durable exit from dependency (a year out \
      of it) in \(Wording.name(leader.scenario)) than in \(baseline) (95% interval \(leader.interval))
      """
    return lead + (outcomes.count == 1 ? "." : "; ranks by what is beyond doubt: \(ranking).")
  }

  /// All scenarios by rank; a rank is shared where no other is better beyond doubt.
  private var ranking: String {
    let gains = Dictionary(outcomes.map { ($0.scenario, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = source.results.scenarios.sorted { one, other in
      (ranks[one] ?? 0, -(gains[one]?.difference ?? 0)) < (ranks[other] ?? 0, -(gains[other]?.difference ?? 0))
    }
    return ordered.map { scenario in
      let gain = gains[scenario].map { $0.scenario == leader?.scenario ? "" : " (\(gainWords($0)))" } ?? ""
      return "\(ranks[scenario].map(String.init) ?? "-") \(Wording.name(scenario))\(gain)"
    }.joined(separator: ", ")
  }

  /// Nothing has more durable exits than the baseline beyond doubt.
  private var withoutLeader: String {
    let worse = outcomes.filter { $0.verdict == .lower }
    let fewer = worse.map { "\(Wording.name($0.scenario)) (\(gainWords($0)))" }.joined(separator: ", ")
    guard let unclear = outcomes.filter({ $0.verdict == .undecided }).max(by: { $0.difference < $1.difference }) else {
      return "no scenario has more durable exits from dependency than \(baseline); there are fewer in \(fewer)."
    }
    let reach = """
      the interval of the difference from \(baseline) reaches from \(unclear.unit.difference(unclear.low)) to \
      \(unclear.unit.difference(unclear.high)) households
      """
    if outcomes.count == 1 {
      return "\(Wording.name(unclear.scenario)) cannot be told apart by durable exits from dependency: \(reach)."
    }
    if worse.isEmpty {
      return """
        the scenarios cannot be told apart by durable exits from dependency: even for \(Wording.name(unclear.scenario)), \
        with the highest mean that may differ, \(reach).
        """
    }
    return """
      no scenario can be told to have more durable exits from dependency than \(baseline): for \
      \(Wording.name(unclear.scenario)) \(reach); there are fewer in \(fewer).
      """
  }

  private func gainWords(_ outcome: BaselineDifference) -> String {
    "\(outcome.unit.difference(outcome.difference)); \(outcome.interval)"
  }
}
