internal import Experiments
internal import Notation
internal import Statistics

/// The difference of one headline figure from the baseline at the end.
struct HeadlineDifference {
  let unit: DisplayUnit
  let comparison: Comparison

  /// What it tells, in words.
  var reading: String {
    switch comparison.verdict {
    case .higher: "higher"
    case .lower: "lower"
    case .equal: "no difference"
    case .undecided: isNotDistinguishable ? "not distinguishable" : Self.tooFewReplications
    case .unknown: "one replication"
    }
  }

  /// Whether there are enough replications for a verdict, and none can be given.
  var isNotDistinguishable: Bool {
    comparison.verdict == .undecided && EnoughReplications.isReached(by: comparison.difference.replications)
  }

  /// Why there is no verdict where it is not for want of a difference.
  static let tooFewReplications = "too few replications"

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
