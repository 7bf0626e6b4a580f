/// What one run of a mix gave.
public struct MixEvaluation: Hashable, Sendable {
  /// The mix, by its number.
  public let mix: Int
  /// The outcome of all households at the end; NaN where it is undefined.
  public let outcome: Double
  /// What all programmes of the run have cost, less loans repaid, PKR of 2015-16.
  public let cost: Double

  /// Creates an evaluation.
  public init(mix: Int, outcome: Double, cost: Double) {
    self.mix = mix
    self.outcome = outcome
    self.cost = cost
  }
}

/// What all mixes that were run in one replication gave.
public struct EvaluationBatch: Hashable, Sendable {
  /// The replication, from 1.
  public let replication: Int
  /// The stage of the search: a round of halving, from 1; one more than there are rounds for the final comparison.
  public let stage: Int
  /// By the numbers of the mixes.
  public let evaluations: [MixEvaluation]

  /// Creates a batch.
  public init(replication: Int, stage: Int, evaluations: [MixEvaluation]) {
    self.replication = replication
    self.stage = stage
    self.evaluations = evaluations
  }
}
