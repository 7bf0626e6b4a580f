internal import Experiments
internal import Households

/// `institutions.csv`: what has been organised, whom it reaches and whether it can live on its own.
enum InstitutionsTable {
  static let schema = TableSchema(
    name: "institutions",
    summary: """
      Community organisations and what they federate into, at the observed quarters, by place, tier and status; only \
      what there is.
      """,
    columns: [
      .scenario, .replication, .quarter,
      TableColumn("place", .string, "Union council; the tehsil of a network."),
      TableColumn(
        "tier", .string, "community_organisation, village_organisation, local_support_organisation or network."),
      TableColumn(
        "status", .string, "forming, active or dormant; a local support organisation may also be insolvent."),
      TableColumn("count", .number, unit: "institutions", "Real institutions of this tier and status."),
      TableColumn("members", .number, unit: "households", "Real households that are members."),
      TableColumn(
        "poor_share", .number, unit: "share of members", mayBeEmpty: true,
        "Members that are poor by the scorecard; empty without members."),
      TableColumn(
        "women_share", .number, unit: "share of members", mayBeEmpty: true,
        "Members that women represent; empty without members."),
      TableColumn(
        "maturity", .number, unit: "0-1", mayBeEmpty: true, "Mean maturity; empty for tiers that have none."),
      TableColumn("savings", .number, unit: "PKR of 2015-16", mayBeEmpty: true, "Savings of the members."),
      TableColumn(
        "treasury", .number, unit: "PKR of 2015-16", mayBeEmpty: true,
        "Money of the institutions; empty for tiers that have none."),
      TableColumn(
        "cost", .number, unit: "PKR of 2015-16", mayBeEmpty: true,
        "What visits to them and work for them cost in the quarter, whoever paid; empty for tiers without cost of their "
          + "own. Visits that found nobody ready are in costs.csv alone."),
    ],
    primaryKey: ["scenario", "replication", "quarter", "place", "tier", "status"])

  static func write(_ result: RunResult, of run: RunIdentity, to table: TableFile) throws(OutputError) {
    for entry in result.institutions {
      try table.addRow { row in
        row.append(run)
        row.append(entry.quarter)
        row.append(entry.place)
        row.append(entry.tier)
        row.append(entry.status)
        row.append(entry.count)
        row.append(entry.members)
        row.append(entry.poorShare)
        row.append(entry.womenShare)
        row.append(entry.maturity)
        row.append(entry.savings)
        row.append(entry.treasury)
        row.append(entry.cost)
      }
    }
  }
}
