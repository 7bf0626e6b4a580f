internal import Households
internal import Reporting

/// Whom partners have reached where, at the end of the runs of a scenario: means of replications.
struct Coverage: Sendable {
  /// What a line of the matrix counts.
  enum Line: Hashable, Sendable {
    /// Households that have received a kind of intervention from a partner.
    case served(partner: String, intervention: String)
    /// Of those with a kind of intervention, households that have received it from another partner too, counted once
    /// for each partner.
    case overlap(intervention: String)
    /// Households that are poor by the scorecard and that no partner has served.
    case unmet
  }

  /// The lines with households, as the table has them: partners, then overlaps, then the unmet need.
  let lines: [Line]
  private let households: [Line: [String: Double]]

  /// Adds up the rows of a scenario; a replication without a row about a place counts 0 there.
  init(_ rows: [RunRow<StocktakeEntry>], by place: KeyPath<StocktakeEntry, String>, replications: Int) {
    var sums: [Line: [String: Double]] = [:]
    var order: [Line] = []
    func add(_ count: Double, _ line: Line, _ place: String) {
      guard count > 0 else { return }
      if sums[line] == nil { order.append(line) }
      sums[line, default: [:]][place, default: 0] += count / Double(max(1, replications))
    }
    for entry in rows.map(\.entry) {
      let (intervention, place) = (entry.intervention, entry[keyPath: place])
      add(entry.households, .served(partner: entry.partner, intervention: intervention), place)
      add(entry.overlap, .overlap(intervention: intervention), place)
      add(entry.unmetNeed, .unmet, place)
    }
    households = sums
    lines = order.filter(\.isService) + order.filter(\.isOverlap) + order.filter { $0 == .unmet }
  }

  /// Households of a line in a place.
  func households(_ line: Line, in place: String) -> Double { households[line]?[place] ?? 0 }

  /// Households of a line in some places together.
  func households(_ line: Line, in places: [String]) -> Double {
    places.reduce(0) { $0 + households(line, in: $1) }
  }
}

extension Coverage.Line {
  var isService: Bool { if case .served = self { true } else { false } }
  var isOverlap: Bool { if case .overlap = self { true } else { false } }
}
