internal import Experiments
internal import Households

/// `costs.csv`: what was delivered and spent.
enum CostsTable {
  static let schema = TableSchema(
    name: "costs", summary: "What programmes delivered and spent, by quarter and intervention.",
    columns: [
      .scenario, .replication, .quarter,
      TableColumn("partner", .string, "The organisation that pays."),
      TableColumn("programme", .string, "The programme."),
      TableColumn("intervention", .string, "What was delivered."),
      TableColumn(
        "units", .number, unit: "units",
        "Instalments, grants, loans, trainings, quarters of coaching, visits, works, or places served in the quarter."),
      TableColumn(
        "households", .number, unit: "households",
        "Real households that received a unit or were reached; 0 where it is for nobody in particular."),
      TableColumn("pkr", .number, unit: "PKR of 2015-16", "Cost; repayments of loans are negative."),
    ],
    primaryKey: ["scenario", "replication", "quarter", "partner", "programme", "intervention"])

  static func write(_ result: RunResult, of run: RunIdentity, to table: TableFile) throws(OutputError) {
    for cost in result.costs {
      try table.addRow { row in
        row.append(run)
        row.append(cost.quarter)
        row.append(cost.partner)
        row.append(cost.programme)
        row.append(cost.intervention)
        row.append(cost.units)
        row.append(cost.households)
        row.append(cost.pkr)
      }
    }
  }
}
