internal import Experiments
internal import Households

extension StocktakeTable {
  /// The stocktake of a run, as it was written.
  static func entries(of run: RunIdentity, from rows: RunRows) throws(OutputError) -> [StocktakeEntry] {
    var entries: [StocktakeEntry] = []
    try rows.forEach(of: run) { row throws(OutputError) in
      let intervention = row.text(try rows.column("intervention"))
      entries.append(
        StocktakeEntry(
          // Nobody's rows are those of the unmet need, whatever a partner is called.
          partner: intervention == "unserved" ? "" : row.text(try rows.column("partner")),
          district: row.text(try rows.column("district")),
          unionCouncil: row.text(try rows.column("union_council")), intervention: intervention,
          households: try row.number(rows.column("households")), pkr: try row.number(rows.column("pkr")),
          overlap: try row.number(rows.column("overlap")),
          unmetNeed: try row.number(rows.column("unmet_need"))))
    }
    return entries
  }
}
