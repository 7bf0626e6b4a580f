internal import Designs
internal import Experiments

/// `portfolio_frontier.csv`: the best outcome for less and more money.
enum PortfolioFrontierTable {
  static let schema = TableSchema(
    name: "portfolio_frontier",
    summary: """
      The mix with the best mean for so much money, of those of the final comparison, wherever more money brings \
      another into the lead. A mix that is not told apart from the one before may gain nothing over it.
      """,
    columns: [
      TableColumn(
        "budget_limit", .number, unit: "PKR of 2015-16", "The money at which the mix takes the lead: no mix beyond it."),
      .mix, .budget, .inUnit("from_nothing", "Mean of the outcome less that of nothing."),
      .inUnit("from_nothing_low", "Lower end of its interval, of which all of finalists.csv together hold with 95%."),
      .inUnit("from_nothing_high", "Upper end."),
      .inUnit("from_step_before", "Mean of the outcome less that of the row before, of nothing in the first."),
      .inUnit("from_step_before_low", "Lower end of its interval, of which those of all pairs hold with 95%."),
      .inUnit("from_step_before_high", "Upper end."),
      TableColumn("told_apart", .string, "yes where that interval excludes 0, else no."),
      TableColumn(
        "cost", .number, unit: "PKR of 2015-16", mayBeEmpty: true,
        "What all programmes of the scenario have spent, less loans repaid, mean over replications."),
      .unit,
    ], primaryKey: ["mix"])

  static func write(_ findings: PortfolioFindings, to table: TableFile) throws(OutputError) {
    for point in findings.frontier {
      let standing = findings.comparison.standings[point.index]
      try table.addRow { row in
        row.append(point.limit)
        row.append(standing.mix)
        row.append(findings.plan.mix(standing.mix).budget)
        row.append(standing.fromNothing)
        row.append(point.step)
        row.append(point.step.mayBeZero ? "no" : "yes")
        row.append(standing.cost.mean)
        row.append(findings.plan.unit)
      }
    }
  }
}
