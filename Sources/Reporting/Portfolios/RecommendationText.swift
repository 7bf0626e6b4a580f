internal import Designs
internal import Experiments
internal import Notation
internal import Statistics

/// Which mix is recommended, and from which others it cannot be told apart.
struct RecommendationText {
  private let findings: PortfolioFindings
  private let portfolio: Portfolio
  private let unit: DisplayUnit

  init(_ findings: PortfolioFindings, _ portfolio: Portfolio, unit: DisplayUnit) {
    self.findings = findings
    self.portfolio = portfolio
    self.unit = unit
  }

  var text: String {
    let mix = findings.recommendedMix
    let isNothing = mix.number == Mix.nothing
    let first =
      isNothing
      ? "Recommended: nothing.\(isJudged ? " No mix is better than nothing beyond doubt." : "")\n"
      : "Recommended: mix \(mix.number), for PKR \(MixWords.millions(mix.budget)) million of 2015-16\n\n"
        + choices(of: mix).text + "\n"
    return first
      + ([reason(isNothing: isNothing)] + cheaperOnes + [netCost(isNothing: isNothing)])
      .compactMap(\.self).map { $0 + "\n" }.joined()
  }

  private func choices(of mix: Mix) -> AlignedTable {
    var table = AlignedTable(headings: [
      .init(title: "programme", isNumber: false), .init(title: "budget, PKR million", isNumber: true),
      .init(title: "prices of", isNumber: true), .init(title: "where", isNumber: false),
    ])
    for (candidate, number) in zip(portfolio.candidates, mix.choices) {
      let choice = candidate.choice(number)
      table.rows.append([
        candidate.programme, choice.map { MixWords.millions($0.statedBudget) } ?? "left out",
        choice == nil ? "" : "\(candidate.priceYear)",
        choice.map { $0.area.isEmpty ? "as in the scenario" : $0.area } ?? "",
      ])
    }
    return table
  }

  /// Whether there are enough replications for what is told of mixes.
  private var isJudged: Bool { EnoughReplications.isReached(by: findings.comparison.replications) }

  private func reason(isNothing: Bool) -> String? {
    guard isJudged else {
      let number = findings.comparison.replications
      return """
        With \(number) fresh replication\(number == 1 ? "" : "s") this is no evidence: mixes cannot be told apart by so \
        few.
        """
    }
    let (choice, best) = (findings.recommendation.choice, findings.recommendation.best)
    guard choice != best else {
      return isNothing
        ? "No mix that was compared has a better mean than nothing."
        : "It has the best mean, and no cheaper one of those that were compared may be the best (95%)."
    }
    let difference = findings.comparison.difference(best, choice)
    let more = budget(best) - budget(choice)
    return """
      Mix \(number(best)) has a better mean, by \(words(difference)), and costs PKR \(MixWords.millions(more)) million \
      more: the two cannot be told apart, and \(isNothing ? "nothing" : "the recommended one") is the cheapest that may \
      be the best (95%).
      """
  }

  /// Cheaper mixes that are worse than another beyond doubt, but not than the recommended one; none where too few
  /// replications tell.
  private var cheaperOnes: [String] {
    guard isJudged else { return [] }
    return findings.recommendation.cheaperAlike.map { index in
      let difference = findings.comparison.difference(findings.recommendation.choice, index)
      let name = number(index) == Mix.nothing ? "nothing" : "mix \(number(index))"
      return """
        It cannot be told apart from \(name), which costs PKR \
        \(MixWords.millions(budget(findings.recommendation.choice) - budget(index))) million less (difference \
        \(words(difference))); but that one is worse than another beyond doubt.
        """
    }
  }

  /// Part of the budget by which the net cost has to be below it to be worth a word.
  private static let noticeableRest = 0.1

  private func netCost(isNothing: Bool) -> String? {
    let standings = findings.comparison.standings
    let (net, money) = (
      standings[findings.recommendation.choice].cost.mean - standings[0].cost.mean,
      budget(findings.recommendation.choice)
    )
    guard !isNothing, net < (1 - Self.noticeableRest) * money else { return nil }
    return """
      Its net cost is PKR \(MixWords.millions(net)) million: loans that come back are taken off, and some of the \
      budget may find no taker before its quarters end.
      """
  }

  private func number(_ index: Int) -> Int { findings.comparison.standings[index].mix }

  private func budget(_ index: Int) -> Double { findings.plan.mix(number(index)).budget }

  private func words(_ difference: PairedDifference) -> String {
    "\(unit.difference(difference.mean)), interval \(unit.differenceInterval(difference.low, difference.high))"
  }
}
