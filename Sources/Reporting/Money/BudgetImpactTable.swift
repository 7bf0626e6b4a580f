internal import Experiments

/// `budget_impact.csv`: what each scenario spends, year by year.
enum BudgetImpactTable {
  static let schema = TableSchema(
    name: "budget_impact",
    summary: "What partners spend by year and part of cost, means over replications, not discounted.",
    columns: [
      .scenario, TableColumn("year", .integer, unit: "years", "Year from the start of the scenario, from 1."),
      TableColumn("partner", .string, "The organisation that pays."),
      TableColumn("part", .string, "What the money is for; repayment is below 0. costs.csv describes the parts."),
      .pkr("mean", mayBeEmpty: false, "Mean over replications."),
      .pkr("se", "Standard error of the mean."),
      .pkr("ci_low", "Lower end of the 95% interval."),
      .pkr("ci_high", "Upper end of the 95% interval."),
      TableColumn(
        "share", .number, unit: "share of the scenario's cost", mayBeEmpty: true,
        "The mean over that of all the scenario spends in all years; empty where that is 0."),
      .replications,
    ],
    primaryKey: ["scenario", "year", "partner", "part"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    for (name, budget) in zip(summary.scenarioNames, summary.money.budgets) {
      for line in budget.rows {
        try table.addRow { row in
          row.append(name)
          row.append(line.year)
          row.append(line.partner)
          row.append(line.part)
          row.append(line.spending.mean)
          row.append(line.spending.standardError)
          row.append(line.spending.low)
          row.append(line.spending.high)
          row.append(budget.total.mean == 0 ? .nan : line.spending.mean / budget.total.mean)
          row.append(line.spending.replications)
        }
      }
    }
  }
}
