internal import Designs
internal import Experiments

/// A row of `portfolio_frontier.csv`: a mix that is worth its budget, and what each further unit of the outcome costs.
struct PortfolioFrontierRow: FindingsTable {
  typealias Findings = SearchFindings

  let standing: FinalComparison.Standing
  let point: FrontierPoint
  let budget: Double
  let unit: String

  static let table = Table(
    "portfolio_frontier",
    """
    The mixes of the final comparison that are worth their budgets: no other, and no mixture of two others, gains as \
    much for less. A mix that is not told apart from the one before may gain nothing over it.
    """,
    key: ["mix"],
    [
      .mix(\Self.standing.mix), .budget(\.budget),
      .difference(
        "from_nothing", \.standing.fromNothing, "Mean of the outcome less that of nothing.",
        low: "Lower end of its interval, of which all of finalists.csv together hold with 95%."),
      .difference(
        "from_step_before", \.point.step,
        "Mean of the outcome less that of the row before, of nothing in the first.",
        low: "Lower end of its interval, of which those of all pairs hold with 95%."),
      .column("told_apart", \.point.step.toldApart, "yes where that interval excludes 0, else no."),
      .pkr(
        "one_more", \.point.costOfOneMore.mean,
        "What one more of the unit costs: the budget beyond that of the row before for the difference from it."),
      .pkr(
        "one_more_low", \.point.costOfOneMore.low,
        "Lower end of its interval, which follows from that of the difference."),
      .pkr(
        "one_more_high", \.point.costOfOneMore.high,
        "Upper end; INF where the difference may be 0, for there is none."
      ),
      .pkr(
        "cost", \.standing.cost.mean,
        "What all programmes of the scenario have spent, less loans repaid, mean over replications."),
      .unit(\.unit),
    ])

  static func write(_ search: SearchFindings, to rows: RowWriter<Self>) throws(OutputError) {
    let findings = search.findings
    for point in findings.frontier {
      let standing = findings.comparison.standings[point.index]
      try rows.add(
        PortfolioFrontierRow(
          standing: standing, point: point, budget: findings.plan.mix(standing.mix).budget, unit: findings.plan.unit))
    }
  }
}
