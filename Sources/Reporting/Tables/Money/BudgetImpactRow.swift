internal import Experiments

/// A row of `budget_impact.csv`: what a scenario spends in a year, by partner and part of cost.
struct BudgetImpactRow: SummaryTable {
  let scenario: String
  let line: BudgetImpact.Row
  let share: Double

  static let needs = Dataset.Parts.programmes
  static let table = Table(
    "budget_impact", "What partners spend by year and part of cost, means over replications, not discounted.",
    key: ["scenario", "year", "partner", "part"],
    [
      .scenario(\Self.scenario),
      .column("year", \.line.year, unit: "years", "Year from the start of the scenario, from 1."),
      .column("partner", \.line.partner, "The organisation that pays."),
      .column("part", \.line.part, "What the money is for; repayment is below 0. costs.csv describes the parts."),
      .pkr("mean", \.line.spending.mean, mayBeEmpty: false, "Mean over replications."),
      .error(\.line.spending, unit: "PKR of 2015-16"),
      .column(
        "share", \.share, unit: "share of the scenario's cost", mayBeEmpty: true,
        "The mean over that of all the scenario spends in all years; empty where that is 0."),
      .replications(\.line.spending.replications),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for (name, budget) in zip(summary.scenarioNames, summary.money.budgets) {
      for line in budget.rows {
        let share = budget.total.mean == 0 ? .nan : line.spending.mean / budget.total.mean
        try rows.add(BudgetImpactRow(scenario: name, line: line, share: share))
      }
    }
  }
}
