internal import Foundation
internal import Households
public import Statistics

/// Who has done what, where, for how many, with what money: means over replications, with errors of the totals.
public struct StocktakeSummary: Sendable {
  /// What one partner has done in one place, mean over replications; 0 in those without it.
  public struct Row: Hashable, Sendable {
    /// The partner.
    public var partner: String
    /// The district.
    public var district: String
    /// The union council; nil for the whole district.
    public var unionCouncil: String?
    /// The intervention's kind; `unserved` for the unmet need.
    public var intervention: String
    /// Real households that have received it from the partner.
    public var households: Double
    /// What that has cost, PKR of 2015-16.
    public var pkr: Double
    /// Of these households, those that have received the same kind from another partner too.
    public var overlap: Double
    /// Real households that are poor by the scorecard and that no partner has served.
    public var unmetNeed: Double
  }

  /// By partner, district, union council and intervention, in the order in which they first came; the unmet need last.
  public let rows: [Row]
  /// Households of all rows; one counts for each partner and intervention.
  public let households: Estimate
  /// Cost of all rows, PKR of 2015-16.
  public let pkr: Estimate
  /// Overlaps of all rows, counted once for each partner.
  public let overlap: Estimate
  /// Households whose need is unmet.
  public let unmetNeed: Estimate

  /// The rows summed up to districts.
  public var rowsByDistrict: [Row] {
    var sums = OrderedRows()
    for row in rows {
      var row = row
      row.unionCouncil = nil
      sums.add(row)
    }
    return sums.rows
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

  /// Adds the stocktake of a replication.
  mutating func add(_ entries: [StocktakeEntry]) {
    replications += 1
    for entry in entries {
      sums.add(
        StocktakeSummary.Row(
          partner: entry.partner, district: entry.district, unionCouncil: entry.unionCouncil,
          intervention: entry.intervention, households: entry.households, pkr: entry.pkr, overlap: entry.overlap,
          unmetNeed: entry.unmetNeed))
    }
    households.add(entries.reduce(0) { $0 + $1.households })
    pkr.add(entries.reduce(0) { $0 + $1.pkr })
    overlap.add(entries.reduce(0) { $0 + $1.overlap })
    unmetNeed.add(entries.reduce(0) { $0 + $1.unmetNeed })
  }

  /// Passes what has been added up.
  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try archive.pass(&sums)
    try archive.pass(&replications)
    try archive.pass(&households)
    try archive.pass(&pkr)
    try archive.pass(&overlap)
    try archive.pass(&unmetNeed)
  }

  /// The means over the replications added so far.
  /// - Parameters:
  ///   - population: real households in all; nil where that is not known.
  ///   - effectiveNumber: the effective sample size with which their shares are known; nil where none is.
  /// - Returns: the means, and the errors of the totals.
  func summary(households population: Double?, effectiveNumber: Double?) -> StocktakeSummary {
    let count = Double(max(1, replications))
    let rows = sums.rows.map { row in
      var row = row
      for number in StocktakeSummary.Row.numbers { row[keyPath: number] /= count }
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

extension StocktakeSummary.Row: Archivable {
  /// Nothing done.
  public init() {
    self.init(
      partner: "", district: "", unionCouncil: nil, intervention: "", households: 0, pkr: 0, overlap: 0, unmetNeed: 0)
  }

  /// Passes all that is in it.
  public mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    var place = unionCouncil ?? ""
    try archive.pass(&partner)
    try archive.pass(&district)
    try archive.pass(&place)
    try archive.pass(&intervention)
    for number in Self.numbers { try archive.pass(&self[keyPath: number]) }
    if archive.isReading { unionCouncil = place }
  }

  fileprivate static var numbers: [WritableKeyPath<StocktakeSummary.Row, Double>] {
    [\.households, \.pkr, \.overlap, \.unmetNeed]
  }
}

/// Rows of a stocktake, added up where they are about the same.
private struct OrderedRows: Archivable, Sendable {
  private struct Key: Hashable {
    let partner: String
    let district: String
    let unionCouncil: String
    let intervention: String
  }

  private var sums: [(key: Key, row: StocktakeSummary.Row)] = []
  private var indices: [Key: Int] = [:]
  /// Partners, districts and interventions by the order in which they came.
  private var ranks: [String: Int] = ["": .max]

  /// The rows in order: nobody comes last, and union councils come by the numbers in their names.
  var rows: [StocktakeSummary.Row] { sums.sorted { precedes($0.key, $1.key) }.map(\.row) }

  mutating func add(_ row: StocktakeSummary.Row) {
    let key = Key(
      partner: row.partner, district: row.district, unionCouncil: row.unionCouncil ?? "",
      intervention: row.intervention)
    guard let index = indices[key] else {
      indices[key] = sums.count
      sums.append((key, row))
      for name in [key.partner, key.district, key.intervention] where ranks[name] == nil { ranks[name] = ranks.count }
      return
    }
    for number in StocktakeSummary.Row.numbers { sums[index].row[keyPath: number] += row[keyPath: number] }
  }

  /// Passes the rows in the order in which they first came, by which they are found again.
  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    var rows = sums.map(\.row)
    try archive.pass(&rows)
    self = OrderedRows()
    for row in rows { add(row) }
  }

  private func precedes(_ left: Key, _ right: Key) -> Bool {
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
