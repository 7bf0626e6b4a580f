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
    ]
      + CostPart.allCases.map { part in
        TableColumn(columnName(of: part), .number, unit: "PKR of 2015-16", summary(of: part))
      } + [TableColumn("pkr", .number, unit: "PKR of 2015-16", "Cost: the sum of its parts.")],
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
        for part in CostPart.allCases { row.append(cost.parts[part]) }
        row.append(cost.pkr)
      }
    }
  }

  static func columnName(of part: CostPart) -> String { part.rawValue + "_pkr" }

  static func summary(of part: CostPart) -> String {
    switch part {
    case .transfer: "Cash, goods, deposits and grants paid out to households, what patrons take of them included."
    case .delivery: "What handing out and training costs, the charge for handling loans included."
    case .organisation:
      "Organising and knowing places: mobilisers, resource persons, seed grants, surveys, centres, markets and works."
    case .loan: "Principal of loans paid out."
    case .repayment: "Principal of loans paid back, below 0."
    }
  }
}
