internal import Designs
internal import Experiments
internal import Notation
internal import Statistics

/// Which mix is recommended, by which rule, and what more money would gain.
struct RecommendationText {
  let findings: PortfolioFindings
  let portfolio: Portfolio
  let unit: DisplayUnit

  var text: String {
    let mix = findings.recommendedMix
    let first =
      isNothing
      ? "Recommended: nothing.\n"
      : "Recommended: mix \(mix.number), for PKR \(MixWords.millions(mix.budget)) million of 2015-16\n\n"
        + choices(of: mix).text + "\n"
    return first + ([reason] + [more, netCost].compactMap(\.self)).map { $0 + "\n" }.joined()
  }

  private var isNothing: Bool { findings.recommendedMix.number == Mix.nothing }

  private func choices(of mix: Mix) -> AlignedTable {
    var table = AlignedTable(
      .words("programme"), .numbers("budget, PKR million of 2015-16"), .words("where"))
    for (candidate, number) in zip(portfolio.candidates, mix.choices) {
      let choice = candidate.choice(number)
      table.rows.append([
        candidate.programme, choice.map { MixWords.millions($0.budget) } ?? "left out",
        choice.map { $0.area.isEmpty ? "as in the scenario" : $0.area } ?? "",
      ])
    }
    return table
  }

  /// Whether there are enough replications for what is told of mixes.
  private var isJudged: Bool { EnoughReplications.isReached(by: findings.comparison.replications) }

  /// The rule, and what it found.
  private var reason: String {
    let standing = findings.comparison.standings[findings.recommendation.choice]
    let share = "\(ReadableNumber.text(100 * Recommendation.share, decimals: 0))% of the largest gain"
    guard isJudged else {
      let runs = ReadableNumber.count(findings.comparison.replications, "fresh replication")
      return "With \(runs) this is no evidence: mixes cannot be told apart by so few."
    }
    switch findings.recommendation.rule {
    case .netBenefit:
      let benefit = standing.netBenefit ?? PairedDifference(mean: 0, low: 0, high: 0)
      return """
        The rule is net benefit, with PKR \(ReadableNumber.text(portfolio.worth ?? .nan, decimals: 0)) of 2015-16 for one \
        unit of \(unit.differenceLabel): its own is PKR \(MixWords.millions(benefit.mean)) million, interval \
        \(MixWords.millions(benefit.low)) to \(MixWords.millions(benefit.high)), the most that is expected of those \
        compared. By that it is the best with a probability of \
        \(ReadableNumber.text(100 * standing.probabilityOfBest, decimals: 0))%.
        """
    case .share: return "The rule: it is the cheapest mix that beyond doubt (95%) reaches \(share)."
    case .bestMean: return "The rule: it has the largest gain, for no mix reaches \(share) beyond doubt (95%)."
    case .nothing: return "The rule: no mix is better than nothing beyond doubt (95%)."
    }
  }

  /// What the most that can be gained takes beyond the recommended mix; nil where that is the one, or too few
  /// replications tell.
  private var more: String? {
    let (choice, most) = (findings.recommendation.choice, findings.comparison.most)
    guard isJudged, budget(choice) < budget(most) else { return nil }
    let difference = findings.comparison.difference(most, choice)
    let beyond =
      findings.recommendation.rule == .netBenefit
      ? "From there on money buys less than it is worth"
      : isNothing ? "Money may buy nothing" : "From there on money buys little"
    return """
      \(beyond): mix \(number(most)), for PKR \(MixWords.millions(budget(most))) million, brings \
      \(unit.difference(difference.mean)) beyond it, interval \(unit.differenceInterval(difference.low, difference.high)).
      """
  }

  /// Part of the budget by which the net cost has to be below it to be worth a word.
  private static let noticeableRest = 0.1

  private var netCost: String? {
    let standings = findings.comparison.standings
    let choice = findings.recommendation.choice
    let net = standings[choice].cost.mean - standings[0].cost.mean
    guard !isNothing, net < (1 - Self.noticeableRest) * budget(choice) else { return nil }
    return """
      Its net cost is PKR \(MixWords.millions(net)) million: loans that come back are taken off, and some of the \
      budget may find no taker before its quarters end.
      """
  }

  private func number(_ index: Int) -> Int { findings.comparison.standings[index].mix }

  private func budget(_ index: Int) -> Double { findings.plan.mix(number(index)).budget }
}
