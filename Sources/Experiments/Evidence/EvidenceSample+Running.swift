internal import Households
internal import Randomness

extension EvidenceSample {
  /// Runs the three courses from the settled population of a replication; nil where it is no longer wanted.
  ///
  /// - Complexity: O(households x quarters).
  init?(_ model: Model, _ scenarios: EvidenceScenarios, replication: Int, isWanted: () -> Bool) {
    self.init()
    assetThreshold = scenarios.baseline.assetThreshold
    let settled = model.settled(replication: replication)
    let error = MeasurementError(
      stream: RandomStream(seed: scenarios.baseline.seed, replication: UInt32(truncatingIfNeeded: replication)))
    for course in EvidenceScenarios.Course.allCases {
      guard isWanted() else { return nil }
      let scenario = scenarios[course]
      let line = scenario.parameters.initial.povertyLine
      var seen: [Int: SurveyWave] = [:]
      _ = model.run(
        scenario, from: settled, replication: replication, observeEvery: scenario.quarters,
        microdataAt: course.quarters,
        record: { record in
          let values = HouseholdValues(record)
          seen[record.quarter, default: SurveyWave()].add(
            values, quarter: record.quarter, povertyLine: line, error: error)
          if course == .baseline, record.quarter == 0 { add(values) }
        })
      waves[course] = seen
    }
  }

  private mutating func add(_ values: HouseholdValues) {
    weights.append(values.weight)
    persons.append(values.persons)
    isRural.append(values.isRural)
    scores.append(values.score)
  }
}
