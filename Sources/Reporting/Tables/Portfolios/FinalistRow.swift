internal import Designs
internal import Experiments
internal import Households

/// A row of `finalists.csv`: a mix that was compared at the end, in replications by which none was chosen.
struct FinalistRow: FindingsTable {
  typealias Findings = SearchFindings

  let standing: FinalComparison.Standing
  let role: String
  let choice: String
  let budget: Double
  let netBenefit: PairedDifference
  let fromRecommended: PairedDifference
  let replications: Int
  let unit: String
  private var mayBeBest: String { standing.mayBeBest ? "yes" : "no" }

  static let table = Table(
    "finalists",
    """
    The mixes of the final comparison: finalists, the leader of the rounds at each budget step, and nothing. \
    Differences are paired within replications.
    """,
    key: ["mix"],
    [
      .mix(\Self.standing.mix),
      .column(
        "role", \.role,
        "finalist: among the best of the rounds; step: led them among mixes that cost no more than a step; nothing."),
      .column(
        "choice", \.choice,
        """
        Of the mix that is recommended, why: net_benefit (the most expected), share (the cheapest that beyond doubt \
        reaches nine tenths of the largest gain), best_mean (the largest gain, where none does), nothing (than which no \
        mix is better beyond doubt); no for the others.
        """),
      .budget(\.budget), .inUnit("outcome", \.standing.outcome.mean, "Mean over replications."),
      .inUnit("outcome_se", \.standing.outcome.standardError, "Its standard error."),
      .inUnit("outcome_low", \.standing.outcome.low, "Lower end of its own 95% interval."),
      .inUnit("outcome_high", \.standing.outcome.high, "Upper end."),
      .difference(
        "from_nothing", \.standing.fromNothing, "Mean of the outcome less that of nothing.",
        low: "Lower end of its interval, of which all together hold with 95%."),
      .pkr(
        "net_benefit", \.netBenefit.mean,
        "What the difference from nothing is worth less the budget; empty where the portfolio states no worth."),
      .pkr(
        "net_benefit_low", \.netBenefit.low, "Lower end of its interval, which follows from that of the difference."),
      .pkr("net_benefit_high", \.netBenefit.high, "Upper end."),
      .difference(
        "from_recommended", \.fromRecommended,
        "Mean of the outcome less that of the recommended mix; empty for itself.",
        low: "Lower end of its interval, of which those of all pairs hold with 95%."),
      .column(
        "told_apart_from_recommended", \.fromRecommended.toldApart,
        "yes where that interval excludes 0, else no; no for itself."),
      .column(
        "may_be_best", \.mayBeBest,
        "yes where no other mix is better beyond doubt, by net benefit where it is stated, else no."),
      .column(
        "probability_best", \.standing.probabilityOfBest, unit: "probability", mayBeEmpty: true,
        "Probability that no other of these mixes has a better mean, of net benefit where it is stated, to 0.01 or so."),
      .pkr(
        "cost", \.standing.cost.mean,
        "What all programmes of the scenario have spent, less loans repaid, mean over replications."),
      .pkr("cost_se", \.standing.cost.standardError, "Its standard error."),
      .pkr("cost_low", \.standing.cost.low, "Lower end of its 95% interval."),
      .pkr("cost_high", \.standing.cost.high, "Upper end."), .replications(\.replications), .unit(\.unit),
    ])

  static func write(_ search: SearchFindings, to rows: RowWriter<Self>) throws(OutputError) {
    let findings = search.findings
    let choice = findings.recommendation.choice
    let undefined = PairedDifference(mean: .nan, low: .nan, high: .nan)
    for (index, standing) in findings.comparison.standings.enumerated() {
      let role =
        standing.mix == Mix.nothing
        ? "nothing" : findings.finalists.contains(standing.mix) ? "finalist" : "step"
      try rows.add(
        FinalistRow(
          standing: standing, role: role, choice: index == choice ? findings.recommendation.rule.rawValue : "no",
          budget: findings.plan.mix(standing.mix).budget, netBenefit: standing.netBenefit ?? undefined,
          fromRecommended: index == choice ? undefined : findings.comparison.difference(index, choice),
          replications: findings.comparison.replications, unit: findings.plan.unit))
    }
  }
}

extension PortfolioPlan {
  /// The unit of the outcome.
  var unit: String { Model.measures.first { $0.name == outcome.name }?.unit ?? "" }
}
