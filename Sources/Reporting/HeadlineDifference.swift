internal import Experiments

/// The difference of one headline figure from the baseline at the end.
struct HeadlineDifference {
  /// What the difference tells.
  enum Reading: String {
    case higher
    case lower
    case none = "no difference"
    case notDistinguishable = "not distinguishable"
    case unknown = "one replication"
  }

  let unit: DisplayUnit
  let estimate: Estimate

  var reading: Reading {
    if estimate.replications < 2 { return .unknown }
    if estimate.mean == 0, estimate.standardError == 0 { return .none }
    if estimate.mayBeZero { return .notDistinguishable }
    return estimate.mean > 0 ? .higher : .lower
  }

  /// The differences of a scenario: the headline measures, then the cost.
  static func all(of summary: ExperimentSummary, scenario: Int) -> [HeadlineDifference] {
    let measures = HeadlineMeasure.allCases.compactMap { headline in
      summary.place(of: headline).map { place in
        HeadlineDifference(
          unit: DisplayUnit(headline),
          estimate: summary.comparison(
            scenario: scenario, quarter: summary.quarters.count - 1, group: place.group, measure: place.measure
          ).difference)
      }
    }
    let cost = HeadlineDifference(unit: .programmeCost, estimate: summary.costComparisons[scenario].difference)
    return measures + [cost]
  }
}
