internal import Designs
internal import Experiments
internal import Households

/// `finalists.csv`: the mixes that were compared at the end, in replications by which none was chosen.
enum FinalistsTable {
  static let schema = TableSchema(
    name: "finalists",
    summary: """
      The mixes of the final comparison: finalists, the leader of the rounds at each budget step, and nothing. \
      Differences are paired within replications.
      """,
    columns: [
      .mix,
      TableColumn(
        "role", .string,
        "finalist: among the best of the rounds; step: led them among mixes that cost no more than a step; nothing."),
      TableColumn(
        "choice", .string,
        """
        Of the mix that is recommended, why: net_benefit (the most expected), share (the cheapest that beyond doubt \
        reaches nine tenths of the largest gain), best_mean (the largest gain, where none does), nothing (than which no \
        mix is better beyond doubt); no for the others.
        """),
      .budget, .inUnit("outcome", "Mean over replications."), .inUnit("outcome_se", "Its standard error."),
      .inUnit("outcome_low", "Lower end of its own 95% interval."),
      .inUnit("outcome_high", "Upper end."),
      .inUnit("from_nothing", "Mean of the outcome less that of nothing."),
      .inUnit("from_nothing_low", "Lower end of its interval, of which all together hold with 95%."),
      .inUnit("from_nothing_high", "Upper end."),
      TableColumn(
        "net_benefit", .number, unit: "PKR of 2015-16", mayBeEmpty: true,
        "What the difference from nothing is worth less the budget; empty where the portfolio states no worth."),
      TableColumn(
        "net_benefit_low", .number, unit: "PKR of 2015-16", mayBeEmpty: true,
        "Lower end of its interval, which follows from that of the difference."),
      TableColumn("net_benefit_high", .number, unit: "PKR of 2015-16", mayBeEmpty: true, "Upper end."),
      .inUnit("from_recommended", "Mean of the outcome less that of the recommended mix; empty for itself."),
      .inUnit("from_recommended_low", "Lower end of its interval, of which those of all pairs hold with 95%."),
      .inUnit("from_recommended_high", "Upper end."),
      TableColumn(
        "told_apart_from_recommended", .string, "yes where that interval excludes 0, else no; no for itself."),
      TableColumn(
        "may_be_best", .string,
        "yes where no other mix is better beyond doubt, by net benefit where it is stated, else no."),
      TableColumn(
        "probability_best", .number, unit: "probability", mayBeEmpty: true,
        "Probability that no other of these mixes has a better mean, of net benefit where it is stated, to 0.01 or so."),
      TableColumn(
        "cost", .number, unit: "PKR of 2015-16", mayBeEmpty: true,
        "What all programmes of the scenario have spent, less loans repaid, mean over replications."),
      TableColumn("cost_se", .number, unit: "PKR of 2015-16", mayBeEmpty: true, "Its standard error."),
      TableColumn("cost_low", .number, unit: "PKR of 2015-16", mayBeEmpty: true, "Lower end of its 95% interval."),
      TableColumn("cost_high", .number, unit: "PKR of 2015-16", mayBeEmpty: true, "Upper end."),
      .replications, .unit,
    ], primaryKey: ["mix"])

  static func write(_ findings: PortfolioFindings, to table: TableFile) throws(OutputError) {
    for (index, standing) in findings.comparison.standings.enumerated() {
      let fromRecommended = fromRecommended(index, findings)
      try table.addRow { row in
        row.append(standing.mix)
        row.append(role(standing.mix, findings))
        row.append(index == findings.recommendation.choice ? findings.recommendation.rule.rawValue : "no")
        row.append(findings.plan.mix(standing.mix).budget)
        row.append(standing.outcome)
        row.append(standing.fromNothing)
        row.append(standing.netBenefit ?? PairedDifference(mean: .nan, low: .nan, high: .nan))
        row.append(fromRecommended)
        row.append(fromRecommended.mayBeZero ? "no" : "yes")
        row.append(standing.mayBeBest ? "yes" : "no")
        row.append(standing.probabilityOfBest)
        row.append(standing.cost)
        row.append(findings.comparison.replications)
        row.append(findings.plan.unit)
      }
    }
  }

  /// By how much a mix differs from the recommended one; NaN for that one itself.
  private static func fromRecommended(_ index: Int, _ findings: PortfolioFindings) -> PairedDifference {
    let choice = findings.recommendation.choice
    return index == choice
      ? PairedDifference(mean: .nan, low: .nan, high: .nan) : findings.comparison.difference(index, choice)
  }

  private static func role(_ mix: Int, _ findings: PortfolioFindings) -> String {
    if mix == Mix.nothing { return "nothing" }
    return findings.finalists.contains(mix) ? "finalist" : "step"
  }
}

extension CSVBuffer {
  /// Appends a difference: mean, lower and upper end.
  mutating func append(_ difference: PairedDifference) {
    append(difference.mean)
    append(difference.low)
    append(difference.high)
  }
}

extension PortfolioPlan {
  /// The unit of the outcome.
  var unit: String { Model.measures.first { $0.name == outcome.name }?.unit ?? "" }
}
