internal import Experiments
internal import Notation

/// The difference of one headline figure from the baseline at the end.
struct HeadlineDifference {
  /// What the difference tells.
  enum Reading: String {
    case higher
    case lower
    case none = "no difference"
    case notDistinguishable = "not distinguishable"
    case tooFewReplications = "too few replications"
    case unknown = "one replication"
  }

  let unit: DisplayUnit
  let comparison: Comparison

  /// By the interval for all scenarios compared together, which is the plain one where there is one, and only with enough
  /// replications.
  var reading: Reading {
    let difference = comparison.difference
    if difference.replications < 2 { return .unknown }
    if difference.mean == 0, difference.standardError == 0 { return .none }
    guard EnoughReplications.isReached(by: difference.replications) else { return .tooFewReplications }
    if comparison.mayBeZero { return .notDistinguishable }
    return difference.mean > 0 ? .higher : .lower
  }

  /// The differences of a scenario: the headline measures, then the cost.
  static func all(of summary: ExperimentSummary, scenario: Int) -> [HeadlineDifference] {
    let measures = summary.headlines.compactMap { headline in
      summary.place(of: headline).map { place in
        HeadlineDifference(
          unit: DisplayUnit(headline),
          comparison: summary.comparison(
            scenario: scenario, quarter: summary.quarters.count - 1, group: place.group, measure: place.measure))
      }
    }
    return measures + [HeadlineDifference(unit: .programmeCost, comparison: summary.costComparisons[scenario])]
  }
}

extension ExperimentSummary {
  /// The headline measures that a reader is shown; what happens in no scenario is left out.
  var headlines: [HeadlineMeasure] {
    HeadlineMeasure.allCases.filter { headline in
      guard headline == .organised || headline == .servedTwice, let place = place(of: headline) else { return true }
      return scenarioNames.indices.contains { scenario in
        quarters.indices.contains { quarter in
          estimate(scenario: scenario, quarter: quarter, group: place.group, measure: place.measure).mean > 0
        }
      }
    }
  }
}
