internal import Households
internal import Notation
internal import Reporting

/// The places by which coverage is shown.
struct CoveredPlaces {
  /// What they are in the stocktake.
  let place: KeyPath<StocktakeEntry, String>
  let all: [String]
  /// Those with a column of their own.
  let own: [String]

  /// Chooses union councils where they are few, otherwise districts; those with the largest unmet need where these are
  /// many.
  init(_ rows: [RunRow<StocktakeEntry>], most: Int) {
    let councils = rows.map(\.unionCouncil).firstAppearances
    let place: KeyPath<StocktakeEntry, String> = councils.count <= most ? \.unionCouncil : \.district
    self.place = place
    all = rows.map { $0.entry[keyPath: place] }.firstAppearances
    guard all.count > most else {
      own = all
      return
    }
    let coverage = Coverage(rows, by: place, replications: 1)
    let ranked = all.enumerated().sorted { left, right in
      let needs = [left, right].map { coverage.households(.unmet, in: $0.element) }
      return (-needs[0], left.offset) < (-needs[1], right.offset)
    }
    own = ranked.prefix(most).map(\.element)
  }
}
