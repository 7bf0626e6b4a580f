internal import Households
internal import Reporting

/// The institutions of a scenario over time: means over replications of sums over places.
struct InstitutionCensus: Sendable {
  /// What institutions may be, as the output files write it.
  static let statuses = ["active", "forming", "dormant", "insolvent"]

  let scenario: String
  /// By tier, and within a tier by quarter.
  let states: [State]

  /// The institutions of a tier in a quarter.
  struct State: Sendable {
    let tier: String
    let quarter: Int
    fileprivate(set) var members = 0.0
    private var counts: [String: Double] = [:]
    /// Of active institutions, sums with their counts as weights.
    private var maturity = (sum: 0.0, weight: 0.0)

    fileprivate init(tier: String, quarter: Int) {
      self.tier = tier
      self.quarter = quarter
    }

    /// Institutions of a status.
    func count(_ status: String) -> Double { counts[status] ?? 0 }

    /// Mean maturity of active institutions; NaN where there are none.
    var meanMaturity: Double { maturity.weight > 0 ? maturity.sum / maturity.weight : .nan }

    fileprivate mutating func add(_ entry: InstitutionEntry, share: Double) {
      counts[entry.status, default: 0] += share * entry.count
      members += share * entry.members
      if entry.status == "active", entry.maturity.isFinite {
        maturity.sum += entry.maturity * entry.count
        maturity.weight += entry.count
      }
    }
  }

  /// Counts institutions, tiers from the lowest; observed quarters and replications without a row have none.
  init(scenario: String, _ rows: [InstitutionEntry], tiers: [String], quarters: [Int], replications: Int) {
    self.scenario = scenario
    var states = tiers.flatMap { tier in quarters.map { State(tier: tier, quarter: $0) } }
    let places = Dictionary(
      uniqueKeysWithValues: states.indices.map { ("\(states[$0].tier) \(states[$0].quarter)", $0) })
    for row in rows {
      guard let place = places["\(row.tier) \(row.quarter)"] else { continue }
      states[place].add(row, share: 1 / Double(max(1, replications)))
    }
    self.states = states
  }

  /// What there is of each tier in the last quarter.
  var ends: [State] {
    let last = states.map(\.quarter).max()
    return states.filter { $0.quarter == last }
  }
}
