internal import Designs
internal import Statistics

/// How far a search could have missed the best mix.
public struct SearchDoubts: Hashable, Sendable {
  /// How far the odd and the even replications of the first round put the mixes into the same order by their gains over
  /// nothing: Spearman's coefficient, -1 to 1; NaN where there was no round, or too little to rank.
  public let rankCorrelation: Double
  /// Mixes that were dropped in a round though the best one was not better beyond doubt in the replications that both
  /// had had: the 95% interval of its gain over the mix, for each by itself, is not wholly above 0.
  public let droppedUndecided: Int
  /// Mixes that were dropped in a round.
  public let dropped: Int

  init(_ plan: PortfolioPlan, contestants: [Int], best: Int, schedule: HalvingSchedule, log: EvaluationLog) {
    let mixes = plan.mixes.map(\.number).filter { $0 != Mix.nothing }
    let first = schedule.rounds.first?.replications ?? 1..<1
    let halves = [1, 0].map { part in
      mixes.map { log.gains(of: $0, over: Mix.nothing) { first.contains($0) && $0 % 2 == part }.mean }
    }
    rankCorrelation = spearmanCoefficient(halves[0], halves[1])
    let kept = Set(contestants)
    let dropped = mixes.filter { !kept.contains($0) }
    self.dropped = dropped.count
    droppedUndecided = dropped.count { mix in
      // Against nothing, where that was the best.
      let gains = log.gains(of: best, over: mix) { $0 < schedule.finalReplications.lowerBound }
      return !(plan.net(Estimate(gains).low, less: plan.mix(best).budget - plan.mix(mix).budget) > 0)
    }
  }
}
