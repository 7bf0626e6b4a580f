/// Takes what mixes gave, replication by replication.
public protocol PortfolioSink: AnyObject {
  /// Takes the next replication; what was taken is safe when this returns.
  /// - Parameter batch: what all mixes that were run in it gave.
  /// - Throws: what keeps the sink from taking it; the search then ends.
  func take(_ batch: EvaluationBatch) throws
}
