internal import Designs
internal import ExactMath
internal import Statistics

/// How far a search could have missed the best mix.
public struct SearchDoubts: Hashable, Sendable {
  /// Mixes that were left out on the screening alone.
  public let screenedOut: Int
  /// The most by which the screening has underestimated the gain over nothing of a mix that was run, by the direction of
  /// the outcome, as the first round found it; NaN where nothing was left out.
  public let largestUnderestimate: Double
  /// Mixes that were left out and would be better than the best if they were underestimated as much.
  public let couldHaveWon: Int
  /// How far the screening ranked the mixes that were run as their runs did: Spearman's coefficient, -1 to 1; NaN where
  /// there was no screening, or too little to rank.
  public let rankCorrelation: Double
  /// Mixes that were dropped in a round though the best one was not better beyond doubt in the replications that both
  /// had had: the 95% interval of its gain over the mix, for each by itself, is not wholly above 0.
  public let droppedUndecided: Int
  /// Mixes that were dropped in a round.
  public let dropped: Int

  init(
    _ plan: PortfolioPlan, screening: [Double]?, entrants: [Int], contestants: [Int], best: Int, bestGain: Double,
    rounds: HalvingSchedule, log: EvaluationLog
  ) {
    let end = rounds.finalReplications.lowerBound
    let first = rounds.rounds.first?.replications.upperBound ?? rounds.finalReplications.upperBound
    let run = entrants.filter { $0 != Mix.nothing }
    let gains = run.map { log.gains(of: $0, over: Mix.nothing, below: first).mean }
    let entered = Set(entrants)
    let out = plan.mixes.map(\.number).filter { !entered.contains($0) && $0 != Mix.nothing }
    screenedOut = out.count
    if let screening {
      func expected(_ mix: Int) -> Double { plan.gain(screening[mix - 1] - screening[Mix.nothing - 1]) }
      let misses = zip(run, gains).map { $1 - expected($0) }.filter { !$0.isNaN }
      let worst = misses.reduce(0, max)
      largestUnderestimate = out.isEmpty ? .nan : worst
      couldHaveWon = out.count { RoundingTolerance.difference(expected($0) + worst, bestGain) > 0 }
      rankCorrelation = spearmanCoefficient(run.map(expected), gains)
    } else {
      (largestUnderestimate, couldHaveWon, rankCorrelation) = (.nan, 0, .nan)
    }
    let kept = Set(contestants)
    let dropped = rounds.rounds.isEmpty ? [] : run.filter { !kept.contains($0) }
    self.dropped = dropped.count
    droppedUndecided = dropped.count { mix in
      // Against nothing, where that was the best.
      !(Estimate(log.gains(of: best, over: mix, below: end)).low > 0)
    }
  }
}
