internal import ExactMath
internal import Statistics

/// What mixes have given so far, by mix and replication.
///
/// One thread at a time may use it.
final class EvaluationLog: @unchecked Sendable {
  private let plan: PortfolioPlan
  /// By the number of the mix less 1, in the order of replications.
  private var outcomes: [[(replication: Int, outcome: Double, cost: Double)]]

  init(_ plan: PortfolioPlan) {
    self.plan = plan
    outcomes = Array(repeating: [], count: plan.mixes.count)
  }

  /// Adds a replication; they come in order.
  func add(_ batch: EvaluationBatch) {
    for evaluation in batch.evaluations {
      outcomes[evaluation.mix - 1].append((batch.replication, evaluation.outcome, evaluation.cost))
    }
  }

  /// Replications below a number in which a mix was run.
  func replications(of mix: Int, below end: Int) -> Int { outcomes[mix - 1].count { $0.replication < end } }

  /// The outcome and the cost of a mix in some replications, in which it was run.
  func values(of mix: Int, in replications: Range<Int>) -> [(outcome: Double, cost: Double)] {
    outcomes[mix - 1].filter { replications.contains($0.replication) }.map { ($0.outcome, $0.cost) }
  }

  /// What a mix gains over another, by the direction of the outcome, in the replications that both share and that are
  /// wanted.
  func gains(of mix: Int, over other: Int, where isWanted: (_ replication: Int) -> Bool) -> RunningMoments {
    let theirs = Dictionary(
      outcomes[other - 1].map { ($0.replication, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    return RunningMoments(
      outcomes[mix - 1].filter { isWanted($0.replication) }.compactMap { own in
        theirs[own.replication].map { self.plan.gain(RoundingTolerance.difference(own.outcome, $0)) }
      }.filter { !$0.isNaN })
  }
}
