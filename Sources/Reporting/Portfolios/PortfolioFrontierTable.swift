internal import Designs
internal import Experiments

/// `portfolio_frontier.csv`: the mixes that are worth their budgets, and what each further unit of the outcome costs.
enum PortfolioFrontierTable {
  static let schema = TableSchema(
    name: "portfolio_frontier",
    summary: """
      The mixes of the final comparison that are worth their budgets: no other, and no mixture of two others, gains as \
      much for less. A mix that is not told apart from the one before may gain nothing over it.
      """,
    columns: [
      .mix, .budget, .inUnit("from_nothing", "Mean of the outcome less that of nothing."),
      .inUnit("from_nothing_low", "Lower end of its interval, of which all of finalists.csv together hold with 95%."),
      .inUnit("from_nothing_high", "Upper end."),
      .inUnit("from_step_before", "Mean of the outcome less that of the row before, of nothing in the first."),
      .inUnit("from_step_before_low", "Lower end of its interval, of which those of all pairs hold with 95%."),
      .inUnit("from_step_before_high", "Upper end."),
      TableColumn("told_apart", .string, "yes where that interval excludes 0, else no."),
      TableColumn(
        "one_more", .number, unit: "PKR of 2015-16", mayBeEmpty: true,
        "What one more of the unit costs: the budget beyond that of the row before for the difference from it."),
      TableColumn(
        "one_more_low", .number, unit: "PKR of 2015-16", mayBeEmpty: true,
        "Lower end of its interval, which follows from that of the difference."),
      TableColumn(
        "one_more_high", .number, unit: "PKR of 2015-16", mayBeEmpty: true,
        "Upper end; empty where the difference may be 0, for there is none."),
      TableColumn(
        "cost", .number, unit: "PKR of 2015-16", mayBeEmpty: true,
        "What all programmes of the scenario have spent, less loans repaid, mean over replications."),
      .unit,
    ], primaryKey: ["mix"])

  static func write(_ findings: PortfolioFindings, to table: TableFile) throws(OutputError) {
    for point in findings.frontier {
      let standing = findings.comparison.standings[point.index]
      try table.addRow { row in
        row.append(standing.mix)
        row.append(findings.plan.mix(standing.mix).budget)
        row.append(standing.fromNothing)
        row.append(point.step)
        row.append(point.step.mayBeZero ? "no" : "yes")
        row.append(point.costOfOneMore.mean)
        row.append(point.costOfOneMore.low)
        row.append(point.costOfOneMore.high)
        row.append(standing.cost.mean)
        row.append(findings.plan.unit)
      }
    }
  }
}
