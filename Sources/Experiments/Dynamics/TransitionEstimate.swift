internal import Households
internal import MarkovChains
internal import Statistics

/// How likely a move within a quarter is, with its error by two ways of reckoning.
public struct TransitionEstimate: Hashable, Sendable {
  /// `economic`, `social`, `political` or `joint`.
  public var dimension: String
  /// The level or joint state at the start of a quarter.
  public var from: String
  /// The level or joint state at its end.
  public var to: String
  /// Real household-quarters that moved so, mean over replications.
  public var count = Double.nan
  /// The probability of each replication, over those in which somebody was there.
  public var probability = Estimate.undefined
  /// The probability of all replications pooled.
  public var pooled = Double.nan
  /// The multinomial standard error of the pooled probability: household-quarters count as independent.
  public var multinomialStandardError = Double.nan

  /// The dimension of moves between joint states.
  public static let jointDimension = "joint"

  /// A move that nobody made.
  public static let undefined = TransitionEstimate(dimension: "", from: "", to: "")
}

/// Sums up the moves of the replications of one scenario.
struct TransitionAccumulator: Archivable, Sendable {
  private var probabilities: [[RunningMoments]] = []
  private var counts: [[Double]] = []
  private var unit = RunningMoments()
  private var replications = 0

  /// Adds a replication whose moves are known.
  mutating func add(_ result: RunResult) {
    guard !result.transitions.isEmpty else { return }
    let matrices = ObservedMatrix.quarterly(of: result)
    if probabilities.isEmpty {
      probabilities = matrices.map { Array(repeating: RunningMoments(), count: $0.counts.counts.count) }
      counts = matrices.map { Array(repeating: 0, count: $0.counts.counts.count) }
    }
    replications += 1
    unit.add(Self.householdsPerSimulated(result))
    for (index, matrix) in matrices.enumerated() {
      for (move, count) in matrix.counts.counts.enumerated() {
        let total = matrix.counts.totals[move / matrix.counts.states]
        guard total > 0 else { continue }
        probabilities[index][move].add(count / total)
        counts[index][move] += count
      }
    }
  }

  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try archive.pass(&probabilities)
    try archive.pass(&counts)
    try archive.pass(&unit)
    try archive.pass(count: &replications)
    let moves = ObservedMatrix.quarterly(of: .empty).map(\.counts.counts.count)
    try archive.require(
      counts.map(\.count) == probabilities.map(\.count) && [[], moves].contains(counts.map(\.count)))
  }

  /// Estimates of the moves that occurred, by dimension, then joint.
  var estimates: [TransitionEstimate] {
    guard replications > 0 else { return [] }
    let empty = ObservedMatrix.quarterly(of: .empty)
    return zip(empty, zip(counts, probabilities)).flatMap { matrix, sums in
      let pooled = TransitionCounts(states: matrix.counts.states, counts: sums.0)
      return sums.0.indices.filter { sums.0[$0] > 0 }.map { move in
        let (from, to) = (move / pooled.states, move % pooled.states)
        return TransitionEstimate(
          dimension: matrix.dimension, from: matrix.levelNames[from], to: matrix.levelNames[to],
          count: sums.0[move] / Double(replications), probability: Estimate(sums.1[move], range: .share),
          pooled: pooled.probability(from: from, to: to),
          multinomialStandardError: pooled.standardError(from: from, to: to, unit: unit.mean))
      }
    }
  }

  /// What one simulated household stands for; NaN where the run does not say.
  private static func householdsPerSimulated(_ result: RunResult) -> Double {
    let measure = HouseholdDynamics.panelMeasures.firstIndex { $0.name == "households_per_simulated" }
    guard let measure, let panel = result.dynamics?.panel, measure < panel.count else { return .nan }
    return panel[measure]
  }
}
