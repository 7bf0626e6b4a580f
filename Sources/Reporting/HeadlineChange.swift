internal import Experiments
internal import Households
internal import Notation

/// What a reader sees first of who changed because of a scenario.
struct HeadlineChange {
  let unit: DisplayUnit
  private let measure: String
  private let treatment: String
  private var isSigned = false

  static let all: [HeadlineChange] = [
    HeadlineChange(unit: .households("out of dependency only with it"), measure: "out_only_with", treatment: "all"),
    HeadlineChange(
      unit: .households("out of dependency only without it"), measure: "out_only_without", treatment: "all"),
    HeadlineChange(unit: .households("treated"), measure: "households", treatment: "treated"),
    HeadlineChange(
      unit: .needs("effect on a treated household"), measure: "welfare_effect", treatment: "treated",
      isSigned: true),
    HeadlineChange(
      unit: .needs("spill-over on an untreated one"), measure: "welfare_effect", treatment: "untreated",
      isSigned: true),
  ]

  /// The estimate for all households; nil where they were not followed.
  func estimate(in summary: ExperimentSummary, scenario: Int) -> Estimate? {
    guard let group = summary.groupLevels.firstIndex(where: { $0.group == "all" }),
      let treatment = EndState.treatments.firstIndex(of: treatment),
      let measure = EndState.measures.firstIndex(where: { $0.name == measure })
    else { return nil }
    return summary.attribution(scenario: scenario, group: group, treatment: treatment, measure: measure)
  }

  func text(_ value: Double) -> String { isSigned ? unit.difference(value) : unit.text(value) }
}
