internal import Experiments
internal import Households

/// `households.csv`: every simulated household at the quarters asked for.
enum HouseholdsTable {
  static let schema = TableSchema(
    name: "households", summary: "Every simulated household of each run at the quarters asked for.",
    columns: [.scenario, .replication, .quarter] + HouseholdRecord.columns.map(TableColumn.init),
    primaryKey: ["scenario", "replication", "quarter", "household"])

  static func write(_ household: HouseholdRecord, of run: RunIdentity, to table: TableFile) throws(OutputError) {
    try table.addRow { row in
      row.append(run)
      row.append(household.quarter)
      for cell in household.cells {
        switch cell {
        case .text(let text): row.append(text)
        case .whole(let whole): row.append(whole)
        case .real(let real): row.append(real)
        case .single(let single): row.append(single)
        }
      }
    }
  }
}

extension TableColumn {
  init(_ column: HouseholdRecord.Column) {
    guard let kind = Kind(rawValue: column.type) else {
      preconditionFailure("column \(column.name): \(column.type) is not a type of cell")
    }
    self.init(column.name, kind, unit: column.unit, mayBeEmpty: kind != .integer, column.summary)
  }
}
