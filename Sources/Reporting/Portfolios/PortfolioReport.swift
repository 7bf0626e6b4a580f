package import Designs
package import Experiments
internal import Notation
internal import Statistics

/// What a search for the best mix has found, as an account for the terminal.
package struct PortfolioReport: Sendable {
  private let findings: PortfolioFindings
  private let portfolio: Portfolio
  private let quarters: Int
  private let isColored: Bool

  package init(_ findings: PortfolioFindings, of portfolio: Portfolio, quarters: Int, isColored: Bool = false) {
    self.findings = findings
    self.portfolio = portfolio
    self.quarters = quarters
    self.isColored = isColored
  }

  /// What money buys, the recommendation, the mixes compared, and how far the search could have missed.
  package var text: String {
    let label = unit.label
    let wanted = findings.plan.outcome.isBetterHigher ? "most" : "least"
    let heading =
      "\(portfolio.name): the \(wanted) \(label), after \(quarters) quarters for up to PKR "
      + "\(MixWords.millions(portfolio.budget)) million of 2015-16"
    return Heading.text(heading, isColored: isColored) + most + "\n"
      + Heading.text("What money buys", isColored: isColored) + frontier + "\n"
      + Heading.text("What is recommended", isColored: isColored)
      + RecommendationText(findings: findings, portfolio: portfolio, unit: unit).text + "\n"
      + Heading.text("The last mixes, in \(findings.comparison.replications) fresh replications", isColored: isColored)
      + finalists.text + "All money in millions of PKR of 2015-16.\n\n"
      + Heading.text("How far the search could have missed", isColored: isColored)
      + SearchDoubtsText(findings: findings).text
  }

  private var unit: DisplayUnit { DisplayUnit(findings.plan.outcome) }

  /// Whether there are enough replications for words about who is better.
  private var isJudged: Bool { EnoughReplications.isReached(by: findings.comparison.replications) }

  // MARK: - Parts

  /// What the whole budget can reach.
  private var most: String {
    let standing = findings.comparison.standings[findings.comparison.most]
    guard standing.mix != Mix.nothing else { return "No mix has a better mean than nothing.\n" }
    return """
      The budget can reach \(unit.difference(standing.fromNothing.mean)) \(unit.differenceLabel), against nothing, \
      interval \(unit.differenceInterval(standing.fromNothing.low, standing.fromNothing.high)): mix \(standing.mix), for \
      PKR \(MixWords.millions(findings.plan.mix(standing.mix).budget)) million.

      """
  }

  private var finalists: AlignedTable {
    var table = AlignedTable(
      .numbers(
        "mix", "budget", "net cost", unit.label, "from nothing", "95% interval", "may be best", "probability"),
      .words("choices"))
    let standings = findings.comparison.standings
    for standing in standings {
      let mix = findings.plan.mix(standing.mix)
      let difference = standing.fromNothing
      let isNothing = mix.number == Mix.nothing
      table.rows.append([
        "\(mix.number)", MixWords.millions(mix.budget),
        MixWords.millions(standing.cost.mean - standings[0].cost.mean), unit.text(standing.outcome.mean),
        isNothing ? "" : unit.difference(difference.mean),
        isNothing ? "" : unit.differenceInterval(difference.low, difference.high),
        isJudged ? (standing.mayBeBest ? "yes" : "no") : "-",
        ReadableNumber.text(100 * standing.probabilityOfBest, decimals: 0) + "%", MixWords.choices(mix, portfolio),
      ])
    }
    return table
  }

  private var frontier: String {
    guard !findings.frontier.isEmpty else { return "No mix that was compared is worth any money.\n" }
    var table = AlignedTable(
      .numbers(
        "budget", "mix", "from nothing", "95% interval", "over the one before", "95% interval", "one more costs",
        "95% interval"),
      .words("reading"))
    for point in findings.frontier {
      let standing = findings.comparison.standings[point.index]
      let cost = point.costOfOneMore
      table.rows.append([
        MixWords.millions(findings.plan.mix(standing.mix).budget), "\(standing.mix)",
        unit.difference(standing.fromNothing.mean),
        unit.differenceInterval(standing.fromNothing.low, standing.fromNothing.high),
        unit.difference(point.step.mean), unit.differenceInterval(point.step.low, point.step.high),
        oneMore(cost.mean),
        cost.high.isFinite ? "\(oneMore(cost.low)) to \(oneMore(cost.high))" : "from \(oneMore(cost.low))",
        reading(point.step),
      ])
    }
    return table.text + """
      The efficient mixes, the cheapest first: no other, and no mixture of two, gains as much for less. Budgets in \
      millions of PKR of 2015-16; one more, in PKR of 2015-16, is one unit of \(unit.differenceLabel).

      """
  }

  /// PKR for one more of the outcome, as it is shown.
  private func oneMore(_ pkr: Double) -> String { ReadableNumber.text(pkr / unit.factor, decimals: 0) }

  /// What the step to a larger budget tells.
  private func reading(_ step: PairedDifference) -> String {
    guard isJudged else { return HeadlineDifference.tooFewReplications }
    return step.mayBeZero ? "not told apart from the one before" : "better"
  }
}
