internal import Foundation
public import Households
internal import Statistics

/// Who has done what, where, for how many, with what money: means over replications, with errors of the totals.
public struct StocktakeSummary: Sendable {
  /// What each partner has done in each place, mean over replications, 0 in those without it; by partner, district,
  /// union council and intervention, in the order in which they first came; the unmet need last.
  public let rows: [StocktakeEntry]
  /// Households of all rows; one counts for each partner and intervention.
  public let households: Estimate
  /// Cost of all rows, PKR of 2015-16.
  public let pkr: Estimate
  /// Overlaps of all rows, counted once for each partner.
  public let overlap: Estimate
  /// Households whose need is unmet.
  public let unmetNeed: Estimate

  /// The rows summed up to districts, without a union council.
  public var rowsByDistrict: [StocktakeEntry] {
    rows.reduce(into: OrderedRows()) { sums, row in
      var row = row
      row.unionCouncil = ""
      sums.add(row)
    }.rows
  }
}

/// Sums up the stocktakes of the replications of one scenario.
struct StocktakeAccumulator: Sendable {
  private var sums = OrderedRows()
  private var replications = 0
  private var households = RunningMoments()
  private var pkr = RunningMoments()
  private var overlap = RunningMoments()
  private var unmetNeed = RunningMoments()

  mutating func add(_ entries: [StocktakeEntry]) {
    replications += 1
    for entry in entries { sums.add(entry) }
    households.add(entries.reduce(0) { $0 + $1.households })
    pkr.add(entries.reduce(0) { $0 + $1.pkr })
    overlap.add(entries.reduce(0) { $0 + $1.overlap })
    unmetNeed.add(entries.reduce(0) { $0 + $1.unmetNeed })
  }

  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try archive.pass(&sums)
    try archive.pass(count: &replications)
    try archive.pass(&households)
    try archive.pass(&pkr)
    try archive.pass(&overlap)
    try archive.pass(&unmetNeed)
  }

  /// The means over the replications added so far, and the errors of the totals.
  ///
  /// Real households in all, and the effective sample size with which their shares are known, are nil where they are
  /// not.
  func summary(households population: Double?, effectiveNumber: Double?) -> StocktakeSummary {
    let count = Double(max(1, replications))
    let rows = sums.rows.map { row in
      var row = row
      for figure in StocktakeEntry.figures { row[keyPath: figure] /= count }
      return row
    }
    return StocktakeSummary(
      rows: rows, households: Estimate(households, range: .notNegative), pkr: Estimate(pkr),
      overlap: Estimate(overlap, range: .notNegative),
      unmetNeed: Estimate(
        unmetNeed, range: Measure.Range.partOfHouseholds.values(households: population),
        effectiveNumber: effectiveNumber))
  }
}

extension StocktakeEntry {
  fileprivate static var names: [WritableKeyPath<Self, String>] {
    [\.partner, \.district, \.unionCouncil, \.intervention]
  }

  /// What adds up.
  fileprivate static var figures: [WritableKeyPath<Self, Double>] { [\.households, \.pkr, \.overlap, \.unmetNeed] }
}

/// Rows of a stocktake, added up where they are about the same.
private struct OrderedRows: Archivable, Sendable {
  private var sums: [StocktakeEntry] = []
  private var indices: [[String]: Int] = [:]
  /// Partners, districts and interventions by the order in which they came.
  private var ranks: [String: Int] = ["": .max]

  /// The rows in order: nobody comes last, and union councils come by the numbers in their names.
  var rows: [StocktakeEntry] { sums.sorted(by: precedes) }

  mutating func add(_ row: StocktakeEntry) {
    let names = [row.partner, row.district, row.intervention]
    guard let index = indices[names + [row.unionCouncil]] else {
      indices[names + [row.unionCouncil]] = sums.count
      sums.append(row)
      for name in names where ranks[name] == nil { ranks[name] = ranks.count }
      return
    }
    for figure in StocktakeEntry.figures { sums[index][keyPath: figure] += row[keyPath: figure] }
  }

  /// Passes the rows in the order in which they first came, by which they are found again.
  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    var (rows, count) = (sums, sums.count)
    try archive.pass(&count)
    if archive.isReading { (self, rows) = (OrderedRows(), []) }
    for index in 0..<count {
      var row = archive.isReading ? StocktakeEntry.empty : rows[index]
      for name in StocktakeEntry.names { try archive.pass(&row[keyPath: name]) }
      for figure in StocktakeEntry.figures { try archive.pass(&row[keyPath: figure]) }
      if archive.isReading { add(row) }
    }
  }

  private func precedes(_ left: StocktakeEntry, _ right: StocktakeEntry) -> Bool {
    let (first, second) = ([left.partner, left.district].map(rank), [right.partner, right.district].map(rank))
    if first != second { return first.lexicographicallyPrecedes(second) }
    return switch left.unionCouncil.compare(right.unionCouncil, options: .numeric) {
    case .orderedAscending: true
    case .orderedDescending: false
    case .orderedSame: rank(left.intervention) < rank(right.intervention)
    }
  }

  private func rank(_ name: String) -> Int { ranks[name] ?? .max }
}
