internal import Designs
internal import ExactMath
internal import Statistics

/// The runs of a search as they are made: those of an earlier execution are taken from its batches.
final class SearchCourse<Engine: Simulator>: @unchecked Sendable {
  let log: EvaluationLog
  private let plan: PortfolioPlan
  private let runs: MixRuns<Engine>
  private let finished: [EvaluationBatch]
  /// Called by one thread at a time, as the pool promises.
  private let sink: any PortfolioSink
  private let tell: (PortfolioProgress) -> Void

  init(
    plan: PortfolioPlan, runs: MixRuns<Engine>, finished: [EvaluationBatch], sink: any PortfolioSink,
    tell: @escaping (PortfolioProgress) -> Void
  ) {
    log = EvaluationLog(plan)
    self.plan = plan
    self.runs = runs
    self.finished = finished
    self.sink = sink
    self.tell = tell
  }

  /// Runs mixes in some replications, as far as that has not been done.
  func run(
    _ mixes: [Int], _ replications: Range<Int>, stage: Int, as shown: PortfolioProgress.Stage
  ) throws {
    for batch in finished where replications.contains(batch.replication) { log.add(batch) }
    let left = max(replications.lowerBound, min(replications.upperBound, finished.count + 1))..<replications.upperBound
    let meter = StageMeter(
      shown, runs: mixes.count * replications.count, done: mixes.count * (replications.count - left.count), tell: tell)
    try runs.run(mixes.map(plan.mix), replications: left) {
      meter.advance()
    } take: { replication, evaluations in
      let batch = EvaluationBatch(replication: replication, stage: stage, evaluations: evaluations)
      log.add(batch)
      try sink.take(batch)
    }
  }

  /// Mixes that have been run in the same replications, the best mean first.
  func ranked(_ mixes: [Int]) -> [Int] {
    zip(mixes, gains(of: mixes, below: .max)).sorted { left, right in
      left.1 != right.1 ? left.1 > right.1 : left.0 < right.0
    }.map(\.0)
  }

  /// The mix that leads at each budget step: of those that came furthest the one with the best mean, unless nothing is
  /// better than it.
  ///
  /// Those that came equally far have been run in the same replications; one that came further was better than the
  /// others in those that they share.
  func leaders(among mixes: [Int], below end: Int) -> [Int] {
    let reach = Dictionary(mixes.map { ($0, log.replications(of: $0, below: end)) }, uniquingKeysWith: { $1 })
    let gains = Dictionary(zip(mixes, gains(of: mixes, below: end)), uniquingKeysWith: { $1 })
    func worth(_ mix: Int) -> (Int, Double) { (reach[mix] ?? 0, gains[mix] ?? -.infinity) }
    return plan.leaders(among: mixes) { worth($0) > worth($1) }
      .map { mix in mix.flatMap { worth($0).1 > 0 ? $0 : nil } ?? Mix.nothing }
  }

  /// The mean gains of mixes over nothing, those that differ by rounding alone being one number; the least there is
  /// where one is undefined.
  private func gains(of mixes: [Int], below end: Int) -> [Double] {
    RoundingTolerance.settled(mixes.map { log.gains(of: $0, over: Mix.nothing, below: end).mean })
      .map { $0.isNaN ? -.infinity : $0 }
  }
}
