public import Households
internal import Statistics

/// How many of a group still wait for an event, by quarters of waiting.
public struct SurvivalCurve: Hashable, Sendable {
  /// What they wait for.
  public let event: SpellEvent
  /// Index in the summary's `groupLevels`.
  public let groupLevel: Int
  /// A point for each quarter of waiting, from the first to the last that anybody has waited.
  public let points: [Point]
  /// The quarters after which at most half still wait, on the pooled curve; nil where that is not reached.
  public let median: Int?

  /// What is known of one quarter of waiting.
  public struct Point: Hashable, Sendable {
    /// Quarters of waiting, from 1.
    public var quarters: Int
    /// Real households that wait, mean over replications.
    public var atRisk = Double.nan
    /// Of these, those to whom it happens in this quarter, mean over replications.
    public var events = Double.nan
    /// Share without the event after this quarter, over replications in which somebody waited so long.
    public var survival = Estimate.undefined
    /// The same share of all replications pooled (Kaplan-Meier).
    public var pooled = Double.nan
    /// Greenwood's standard error of the pooled share: households count as independent.
    public var pooledStandardError = Double.nan
    /// Lower end of the log-log 95% interval of the pooled share; NaN where it is 0 or 1.
    public var pooledLow = Double.nan
    /// Upper end of the same interval.
    public var pooledHigh = Double.nan

    /// What nobody has waited for.
    public static let undefined = Point(quarters: 0)
  }
}

/// Sums up the waiting of all groups in the replications of one scenario.
struct SurvivalAccumulator: Archivable, Sendable {
  private(set) var shares: [[RunningMoments]] = []
  private var pooled: [[RiskSet]] = []
  private var replications = 0

  /// Adds a replication of so many quarters: those at risk of each event and group, by quarters of waiting.
  mutating func add(_ spells: [[RiskSet]], quarters: Int) {
    if shares.isEmpty {
      shares = Array(repeating: Array(repeating: RunningMoments(), count: quarters), count: spells.count)
      pooled = Array(repeating: Array(repeating: RiskSet(), count: quarters), count: spells.count)
    }
    replications += 1
    for (curve, riskSets) in spells.enumerated() {
      let survival = KaplanMeier(riskSets).survival
      for (index, riskSet) in riskSets.enumerated() {
        shares[curve][index].add(survival[index])
        pooled[curve][index].add(riskSet)
      }
      // To whom it has happened it has happened, however long the others wait.
      if survival.last == 0 {
        for index in riskSets.count..<max(riskSets.count, quarters) { shares[curve][index].add(0) }
      }
    }
  }

  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try archive.pass(&shares)
    try archive.pass(&pooled)
    try archive.pass(count: &replications)
    try archive.require(shares.map(\.count) == pooled.map(\.count))
  }

  /// The curves so far, by event and group; none where nobody was at risk.
  func curves(groupLevels: Int) -> [SurvivalCurve] {
    pooled.enumerated().compactMap { position, riskSets in
      let riskSets = Array(riskSets.prefix { $0.atRisk > 0 })
      guard !riskSets.isEmpty else { return nil }
      let curve = KaplanMeier(riskSets)
      let estimates = Estimate.together(
        shares[position].prefix(riskSets.count), ranges: riskSets.map { _ in .share })
      let points = riskSets.indices.map { index in
        let interval = curve.interval(at: index)
        return SurvivalCurve.Point(
          quarters: index + 1, atRisk: riskSets[index].atRisk / Double(replications),
          events: riskSets[index].events / Double(replications), survival: estimates[index],
          pooled: curve.survival[index], pooledStandardError: curve.standardError(at: index),
          pooledLow: interval.lower, pooledHigh: interval.upper)
      }
      return SurvivalCurve(
        event: SpellEvent.allCases[position / groupLevels], groupLevel: position % groupLevels, points: points,
        median: curve.medianIndex().map { $0 + 1 })
    }
  }
}
