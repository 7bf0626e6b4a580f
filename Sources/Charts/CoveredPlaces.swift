/// The places by which coverage is shown.
struct CoveredPlaces: Sendable {
  /// Their column in the stocktake.
  let column: String
  /// All of them.
  let all: [String]
  /// Those with a column of their own.
  let own: [String]

  /// Chooses union councils where they are few, otherwise districts; those with the largest unmet need where these are
  /// many.
  /// - Parameters:
  ///   - rows: the rows of all scenarios.
  ///   - most: the most places that have a column.
  init(_ rows: [DataTable.Row], most: Int) {
    let councils = rows.map { $0["union_council"] }.firstAppearances
    column = councils.count <= most ? "union_council" : "district"
    all = column == "district" ? rows.map { $0["district"] }.firstAppearances : councils
    guard all.count > most else {
      own = all
      return
    }
    let coverage = Coverage(rows, by: column, replications: 1)
    let ranked = all.enumerated().sorted { left, right in
      let needs = [left, right].map { coverage.households(.unmet, in: $0.element) }
      return (-needs[0], left.offset) < (-needs[1], right.offset)
    }
    own = ranked.prefix(most).map(\.element)
  }
}
