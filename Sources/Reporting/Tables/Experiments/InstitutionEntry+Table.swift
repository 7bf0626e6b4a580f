internal import Experiments
package import Households

/// A row of `institutions.csv`: what has been organised, whom it reaches and whether it can live on its own.
extension InstitutionEntry: PartTable, ReadableEntry {
  package static let blank = InstitutionEntry.empty
  package static let table = Table(
    ofRuns: "institutions",
    """
    Community organisations and what they federate into, at the observed quarters, by place, tier and status; only \
    what there is.
    """,
    key: ["quarter", "place", "tier", "status"],
    [
      .quarter(\RunRow<Self>.entry.quarter),
      .column("place", \.entry.place, "Union council; the tehsil of a network."),
      .column(
        "tier", \.entry.tier, "community_organisation, village_organisation, local_support_organisation or network."),
      .column(
        "status", \.entry.status,
        "forming, active or dormant; a local support organisation may also be insolvent."),
      .column("count", \.entry.count, unit: "institutions", "Real institutions of this tier and status."),
      .column("members", \.entry.members, unit: "households", "Real households that are members."),
      .column(
        "poor_share", \.entry.poorShare, unit: "share of members", mayBeEmpty: true,
        "Members that are poor by the scorecard; empty without members."),
      .column(
        "women_share", \.entry.womenShare, unit: "share of members", mayBeEmpty: true,
        "Members that women represent; empty without members."),
      .column(
        "maturity", \.entry.maturity, unit: "0-1", mayBeEmpty: true, "Mean maturity; empty for tiers that have none."),
      .column("savings", \.entry.savings, unit: "PKR of 2015-16", mayBeEmpty: true, "Savings of the members."),
      .column(
        "treasury", \.entry.treasury, unit: "PKR of 2015-16", mayBeEmpty: true,
        "Money of the institutions; empty for tiers that have none."),
      .column(
        "cost", \.entry.cost, unit: "PKR of 2015-16", mayBeEmpty: true,
        "What visits to them and work for them cost in the quarter, whoever paid; empty for tiers without cost of their "
          + "own. Visits that found nobody ready are in costs.csv alone."),
    ])

  static var part: KeyPath<RunResult, [Self]> { \.institutions }
}
