public import Households
internal import Statistics

/// Whether an event comes earlier or later in a scenario than in its baseline: the log-rank test in two ways.
///
/// The score of a replication is the number of events above what the scenario would have with the hazards of both runs
/// together. Over replications it is tested by its own spread (Student), which knows that both runs hold the same
/// households with the same luck and that neighbours go together. The classical statistic, a test stratified by
/// replication, takes the variance that the score would have if all households of both runs were independent.
public struct SpellComparison: Hashable, Sendable {
  /// What is waited for.
  public var event: SpellEvent
  /// Index in the summary's `groupLevels`.
  public var groupLevel: Int
  /// Events of the scenario, real households, mean over replications.
  public var events = Double.nan
  /// Events that it would have with the hazards of both runs together, mean over replications.
  public var expected = Double.nan
  /// Events less expected events: above 0 where the event comes earlier than in the baseline.
  public var score = Estimate.undefined
  /// Probability of a score at least so far from 0 where there is no difference; NaN where it does not vary.
  public var probability = Double.nan
  /// The classical statistic, chi-square with one degree of freedom for independent households.
  public var classicalChiSquare = Double.nan
  /// Probability of a larger one where there is no difference.
  public var classicalProbability = Double.nan
  /// The score's variance between replications over the classical one: below 1 what pairing saves, above 1 what
  /// neighbours who go together cost.
  public var varianceRatio = Double.nan

  /// What nobody has waited for.
  public static let undefined = SpellComparison(event: .exit, groupLevel: 0)
}

/// Sums up the log-rank scores of one scenario against its baseline.
struct SpellComparisonAccumulator: Archivable, Sendable {
  struct Sums: Archivable, Sendable {
    var score = RunningMoments()
    var events = RunningMoments()
    var expected = RunningMoments()
    var variance = 0.0

    mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
      try archive.pass(&score)
      try archive.pass(&events)
      try archive.pass(&expected)
      try archive.pass(&variance)
    }
  }

  private(set) var sums: [Sums] = []

  /// Adds a replication: those at risk of each event and group, by quarters of waiting.
  mutating func add(_ spells: [[RiskSet]], baseline: [[RiskSet]]) {
    if sums.isEmpty { sums = Array(repeating: Sums(), count: spells.count) }
    for (position, pair) in zip(spells, baseline).enumerated() where !pair.0.isEmpty && !pair.1.isEmpty {
      let score = LogRankScore(pair.0, pair.1)
      sums[position].score.add(score.score)
      sums[position].events.add(score.events)
      sums[position].expected.add(score.expected)
      sums[position].variance += score.variance
    }
  }

  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) { try archive.pass(&sums) }

  /// The tests so far, by event and group; none where nobody was at risk.
  func comparisons(groupLevels: Int) -> [SpellComparison] {
    sums.enumerated().compactMap { position, sums in
      let count = sums.score.count
      guard count > 0 else { return nil }
      let score = Estimate(sums.score)
      let distance = (score.mean / score.standardError).magnitude
      let chiSquare = LogRankScore.chiSquare(score: score.mean * Double(count), variance: sums.variance)
      return SpellComparison(
        event: SpellEvent.allCases[position / groupLevels], groupLevel: position % groupLevels,
        events: sums.events.mean, expected: sums.expected.mean, score: score,
        probability: distance.isNaN
          ? .nan : 1 - studentCentralProbability(distance: distance, degreesOfFreedom: count - 1),
        classicalChiSquare: chiSquare, classicalProbability: LogRankScore.probability(ofExceeding: chiSquare),
        varianceRatio: sums.variance > 0 ? sums.score.variance / (sums.variance / Double(count)) : .nan)
    }
  }
}
