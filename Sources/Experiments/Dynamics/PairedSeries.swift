internal import ExactMath
internal import Statistics

/// A mean over replications, and its difference from the baseline.
public struct PairedEstimate: Hashable, Sendable {
  /// Mean and error over replications.
  public let estimate: Estimate
  /// The difference from the baseline, paired within replications; without replications for the baseline itself.
  public let difference: Estimate
}

/// Sums up a list of values of a scenario, replication by replication, beside those of the baseline.
struct PairedSeries: Archivable, Sendable {
  private(set) var values: [RunningMoments] = []
  private var differences: [RunningMoments] = []

  /// Adds the values of a replication, NaN where undefined; there is no baseline for the baseline itself.
  mutating func add(_ new: [Double], baseline: [Double]?) {
    if values.isEmpty { differences = Array(repeating: RunningMoments(), count: new.count) }
    precondition(new.count == differences.count, "all replications tell the same values")
    values.add(new)
    guard let baseline else { return }
    for (index, pair) in zip(new, baseline).enumerated() where !pair.0.isNaN && !pair.1.isNaN {
      differences[index].add(RoundingTolerance.difference(pair.0, pair.1))
    }
  }

  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try archive.pass(&values)
    try archive.pass(&differences)
    try archive.require(values.count == differences.count)
  }

  /// What the replications so far give, in the order of the values; empty before the first.
  func estimates(_ estimates: ([RunningMoments]) -> [Estimate]) -> [PairedEstimate] {
    zip(estimates(values), differences).map { PairedEstimate(estimate: $0, difference: Estimate($1)) }
  }
}
