internal import Designs
internal import ExactMath
internal import Statistics
internal import Synchronization

/// The runs of a search as they are made: those of an earlier execution are taken from its batches.
struct SearchCourse<Engine: Simulator>: @unchecked Sendable {
  let log: EvaluationLog
  let plan: PortfolioPlan
  let runs: MixRuns<Engine>
  let finished: [EvaluationBatch]
  /// Called by one thread at a time, as the pool promises.
  let take: (EvaluationBatch) throws -> Void
  /// Called by one thread at a time, under a lock.
  let tell: (PortfolioProgress) -> Void

  /// Runs mixes in some replications, as far as that has not been done.
  func run(
    _ mixes: [Int], _ replications: Range<Int>, stage: Int, as shown: PortfolioProgress.Stage
  ) throws {
    for batch in finished where replications.contains(batch.replication) {
      guard batch.stage == stage, batch.evaluations.map(\.mix) == mixes else {
        throw ForeignEvaluations(replication: batch.replication)
      }
      log.add(batch)
    }
    let left = max(replications.lowerBound, min(replications.upperBound, finished.count + 1))..<replications.upperBound
    let all = Double(max(1, mixes.count * replications.count))
    let done = Mutex(mixes.count * (replications.count - left.count))
    try runs.run(mixes.map(plan.mix), replications: left) {
      done.withLock { done in
        done += 1
        tell(PortfolioProgress(stage: shown, fraction: min(1, Double(done) / all)))
      }
    } take: { replication, evaluations in
      let batch = EvaluationBatch(replication: replication, stage: stage, evaluations: evaluations)
      log.add(batch)
      try take(batch)
    }
  }

  /// Some mixes that have been run in the same replications: the best by their means, of net benefit where a worth is
  /// stated, the best first, and of each budget step the mix that gains most, if that is better than nothing.
  func leading(_ mixes: [Int], keeping kept: Int) -> (best: [Int], leaders: [Int]) {
    let gains = RoundingTolerance.settled(mixes.map { log.gains(of: $0, over: Mix.nothing) { _ in true }.mean })
    // What is undefined comes last.
    func byMix(_ worth: [Double]) -> [Int: Double] {
      Dictionary(zip(mixes, worth.map { $0.isNaN ? -.infinity : $0 }), uniquingKeysWith: { $1 })
    }
    let gain = byMix(gains)
    let net = byMix(zip(mixes, gains).map { plan.net($1, less: plan.mix($0).budget) })
    let ranked = mixes.sorted { net[$0] != net[$1] ? net[$0, default: 0] > net[$1, default: 0] : $0 < $1 }
    let leaders = plan.leaders(among: mixes) { gain[$0, default: 0] > gain[$1, default: 0] }
    return (Array(ranked.prefix(kept)), leaders.compactMap(\.self).filter { gain[$0, default: 0] > 0 })
  }
}
