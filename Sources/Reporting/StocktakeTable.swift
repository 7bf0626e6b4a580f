internal import Experiments
internal import Households

/// `stocktake.csv`: who has done what, where, for how many, with what money, and what is still to be done.
enum StocktakeTable {
  static let schema = TableSchema(
    name: "stocktake",
    summary: """
      Who has done what, where, for how many, with what money, at the end of each run. A household counts once for each \
      partner and intervention; rows of the intervention unserved hold the unmet need.
      """,
    columns: [
      .scenario, .replication,
      TableColumn("partner", .string, "The organisation; nobody for the unmet need."),
      TableColumn("district", .string, "District."),
      TableColumn("union_council", .string, "Union council."),
      TableColumn(
        "intervention", .string, "Kind of intervention, as scenario files write it; unserved for the unmet need."),
      TableColumn(
        "households", .number, unit: "households", "Real households that have received it from the partner."),
      TableColumn("pkr", .number, unit: "PKR of 2015-16", "What that has cost."),
      TableColumn(
        "overlap", .number, unit: "households", "Of these, those that have received it from another partner too."),
      TableColumn(
        "unmet_need", .number, unit: "households",
        "Real households that are poor by the scorecard and that no partner has served."),
    ],
    primaryKey: ["scenario", "replication", "partner", "district", "union_council", "intervention"])

  static func write(_ result: RunResult, of run: RunIdentity, to table: TableFile) throws(OutputError) {
    for entry in result.stocktake {
      try table.addRow { row in
        row.append(run)
        row.append(partner(entry.partner))
        row.append(entry.district)
        row.append(entry.unionCouncil)
        row.append(entry.intervention)
        row.append(entry.households)
        row.append(entry.pkr)
        row.append(entry.overlap)
        row.append(entry.unmetNeed)
      }
    }
  }

  /// Who serves, in words.
  static func partner(_ name: String) -> String { name.isEmpty ? "nobody" : name }
}
