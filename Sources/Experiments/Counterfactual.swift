internal import Households

/// What became of the households in the baseline of a replication, against which its other scenarios are held.
struct Counterfactual {
  private var baseline: EndState?

  /// Notes who changed in a run, and lets go of what is needed for nothing else; the baseline comes first.
  mutating func attribute(_ result: inout RunResult, scenario: Int) {
    if scenario == 0 {
      baseline = result.endState
    } else if let end = result.endState, let baseline {
      result.attribution = end.attribution(against: baseline)
    }
    result.endState = nil
  }
}
