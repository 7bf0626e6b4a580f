internal import Experiments
package import Households

/// A row of `households.csv`: a simulated household at one of the quarters asked for.
extension HouseholdRecord: RunTable {
  static let needs = Dataset.Parts.households
  package static let table = Table(
    ofRuns: "households", "Every simulated household of each run at the quarters asked for.",
    key: ["quarter", "household"],
    [.quarter(\RunRow<Self>.entry.quarter), Columns(HouseholdRecord.columns.indices.map { Columns(column($0)) })])

  private static func column(_ index: Int) -> RowColumn<RunRow<HouseholdRecord>> {
    RowColumn(
      description: TableColumn(columns[index]), words: "", path: \.entry.cells[index],
      write: { row, buffer in
        switch row.pointee.entry.cells[index] {
        case .text(let text): buffer.append(text)
        case .whole(let whole): buffer.append(whole)
        case .real(let real): buffer.append(real)
        case .single(let single): buffer.append(single)
        }
      },
      read: { cells, place, row in
        row.pointee.entry.cells[index] = .text(cells[place])
        return true
      })
  }

  /// Households come before the result of their run.
  static func write(_ result: RunResult, to rows: RunWriter<Self>) throws(OutputError) {}
}

extension TableColumn {
  fileprivate init(_ column: HouseholdRecord.Column) {
    guard let kind = Kind(rawValue: column.type) else {
      preconditionFailure("column \(column.name): \(column.type) is not a type of cell")
    }
    self.init(column.name, kind, unit: column.unit, mayBeEmpty: kind != .integer, column.summary)
  }
}
