internal import Designs
internal import Experiments
internal import Notation

/// How far a search could have missed the best mix, in words.
struct SearchDoubtsText {
  private let findings: PortfolioFindings
  private let unit: DisplayUnit

  init(_ findings: PortfolioFindings, unit: DisplayUnit) {
    self.findings = findings
    self.unit = unit
  }

  var text: String { ([search] + screening + rounds).map { $0 + "\n" }.joined() }

  private var search: String {
    let listed = findings.plan.mixes.count
    let run = findings.reaches.count { $0 != .listed }
    let schedule = findings.schedule
    let runs = schedule.runs + findings.comparison.standings.count * schedule.finalReplications.count
    return """
      \(mixes(listed, "is", "are")) within the budget, nothing among them; \(count(run)) \(run == 1 ? "was" : "were") \
      run, \(count(runs)) times in all, in \(count(schedule.rounds.count)) \
      round\(schedule.rounds.count == 1 ? "" : "s") of halving and the final comparison.
      """
  }

  private var screening: [String] {
    guard findings.screening != nil else { return ["There was no screening: every mix was run."] }
    let doubts = findings.doubts
    let likeness =
      doubts.rankCorrelation.isNaN
      ? ""
      : """
      ; it put the mixes that were run in an order whose rank correlation with that of their first runs is \
      \(ReadableNumber.text(doubts.rankCorrelation, decimals: 2)) (1: the same order)
      """
    let first = "The screening is of a small population\(likeness)."
    guard doubts.screenedOut > 0 else { return [first, "No mix was left out on its account."] }
    let miss = unit.difference(doubts.largestUnderestimate)
    return [
      first,
      """
      \(mixes(doubts.screenedOut, "was", "were")) left out on its account. It underestimated the gain of a mix that was run \
      by \(miss) at most; if it did as much for those, \(count(doubts.couldHaveWon)) of them would be better than the \
      best.
      """,
    ]
  }

  private var rounds: [String] {
    let doubts = findings.doubts
    guard doubts.dropped > 0 else { return [] }
    return [
      """
      \(mixes(doubts.dropped, "was", "were")) dropped in the rounds, \(count(doubts.droppedUndecided)) of them though the \
      best was not better beyond doubt in the replications that they shared with it.
      """
    ]
  }

  private func mixes(_ number: Int, _ one: String, _ many: String) -> String {
    "\(count(number)) \(number == 1 ? "mix \(one)" : "mixes \(many)")"
  }

  private func count(_ number: Int) -> String { ReadableNumber.text(Double(number), decimals: 0) }
}
