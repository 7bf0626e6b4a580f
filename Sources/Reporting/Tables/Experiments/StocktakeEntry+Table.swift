internal import Experiments
package import Households

/// A row of `stocktake.csv`: who has done what, where, for how many, with what money, and what is still to be done.
extension StocktakeEntry: PartTable, ReadableEntry {
  static let needs = Dataset.Parts.programmes
  package static let blank = StocktakeEntry.empty
  package static let table = Table(
    ofRuns: "stocktake",
    """
    Who has done what, where, for how many, with what money, at the end of each run. A household counts once for each \
    partner and intervention; rows of the intervention unserved hold the unmet need.
    """,
    key: ["partner", "district", "union_council", "intervention"],
    [
      .column("partner", \RunRow<Self>.entry.namedPartner, "The organisation; nobody for the unmet need."),
      .column("district", \.entry.district, "District."),
      .column("union_council", \.entry.unionCouncil, "Union council."),
      .column(
        "intervention", \.entry.intervention,
        "Kind of intervention, as scenario files write it; unserved for the unmet need."),
      .column(
        "households", \.entry.households, unit: "households",
        "Real households that have received it from the partner."),
      .column("pkr", \.entry.pkr, unit: "PKR of 2015-16", "What that has cost."),
      .column(
        "overlap", \.entry.overlap, unit: "households",
        "Of these, those that have received it from another partner too."),
      .column(
        "unmet_need", \.entry.unmetNeed, unit: "households",
        "Real households that are poor by the scorecard and that no partner has served."),
    ])

  /// Who serves, in words.
  var namedPartner: String {
    get { Self.words(partner: partner) }
    set { partner = newValue }
  }

  static func words(partner: String) -> String { partner.isEmpty ? "nobody" : partner }

  static var part: KeyPath<RunResult, [Self]> { \.stocktake }
}
