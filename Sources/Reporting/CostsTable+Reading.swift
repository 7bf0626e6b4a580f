internal import Experiments
internal import Households

extension CostsTable {
  /// The costs of a run, as they were written.
  static func costs(of run: RunIdentity, from rows: RunRows) throws(OutputError) -> [CostEntry] {
    var costs: [CostEntry] = []
    try rows.forEach(of: run) { row throws(OutputError) in
      var parts = CostParts()
      for part in CostPart.allCases { parts[part] = try row.number(rows.column(columnName(of: part))) }
      costs.append(
        CostEntry(
          quarter: try row.whole(rows.column("quarter")), partner: row.text(try rows.column("partner")),
          programme: row.text(try rows.column("programme")),
          intervention: row.text(try rows.column("intervention")), units: try row.number(rows.column("units")),
          households: try row.number(rows.column("households")), parts: parts))
    }
    return costs
  }
}
