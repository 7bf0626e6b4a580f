internal import ExactMath
internal import Statistics

/// What is summed up of a scenario and its baseline, over the replications in which both are defined.
struct PairedMoments: Archivable, Sendable {
  private(set) var baseline = RunningMoments()
  private(set) var scenario = RunningMoments()
  private(set) var difference = RunningMoments()

  /// Adds one replication, unless either value is undefined in it.
  mutating func add(baseline baselineValue: Double, scenario scenarioValue: Double) {
    guard !baselineValue.isNaN, !scenarioValue.isNaN else { return }
    baseline.add(baselineValue)
    scenario.add(scenarioValue)
    difference.add(RoundingTolerance.difference(scenarioValue, baselineValue))
  }

  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try archive.pass(&baseline)
    try archive.pass(&scenario)
    try archive.pass(&difference)
  }
}

extension [RunningMoments] {
  /// Adds the values of a replication, each to its own moments; one that is undefined (NaN) does not count.
  mutating func add(_ values: [Double]) {
    if isEmpty { self = Array(repeating: RunningMoments(), count: values.count) }
    for (index, value) in values.enumerated() where !value.isNaN { self[index].add(value) }
  }
}
