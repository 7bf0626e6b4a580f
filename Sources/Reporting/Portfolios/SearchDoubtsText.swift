internal import Experiments
internal import Notation

/// How far a search could have missed the best mix, in words.
struct SearchDoubtsText {
  let findings: PortfolioFindings

  var text: String { ([search] + rounds).map { $0 + "\n" }.joined() }

  private var search: String {
    let schedule = findings.schedule
    let runs =
      findings.gains.reduce(0) { $0 + $1.replications }
      + findings.comparison.standings.count * schedule.finalReplications.count
    return """
      \(mixes(findings.plan.mixes.count, "is", "are")) within the budget, nothing among them; they were run \
      \(ReadableNumber.text(runs)) times in all, in \(ReadableNumber.count(schedule.rounds.count, "round")) of dropping \
      the worse and the final comparison.
      """
  }

  private var rounds: [String] {
    let doubts = findings.doubts
    let likeness =
      doubts.rankCorrelation.isNaN
      ? []
      : [
        """
        The odd and the even replications of the first round put all mixes into orders whose rank correlation is \
        \(ReadableNumber.text(doubts.rankCorrelation, decimals: 2)) (1: the same order).
        """
      ]
    guard doubts.dropped > 0 else { return likeness }
    return likeness + [
      """
      \(mixes(doubts.dropped, "was", "were")) dropped in the rounds, \
      \(ReadableNumber.text(doubts.droppedUndecided)) of them though the best was not better \
      beyond doubt in the replications that they shared with it.
      """
    ]
  }

  private func mixes(_ number: Int, _ one: String, _ many: String) -> String {
    "\(ReadableNumber.text(number)) \(number == 1 ? "mix \(one)" : "mixes \(many)")"
  }
}
