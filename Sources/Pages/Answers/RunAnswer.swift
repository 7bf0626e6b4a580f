internal import Charts
internal import Experiments
internal import Notation
internal import Reporting

/// The answer of runs without comparison: where households stand at the start and at the end, and whom nobody serves.
struct RunAnswer {
  let sentences: [String]

  init(_ source: ResultSource) throws {
    let end = source.results.quarters
    let rows = try source.results.rows(of: SummaryRow.self, .only(\.group, "all"), .only(\.quarter, 0, end))
    func move(_ measure: String, _ scenario: String) -> String? {
      let own = rows.filter { $0.scenario == scenario && $0.measure == measure }
      guard let start = own.first(where: { $0.quarter == 0 }), let last = own.first(where: { $0.quarter == end }) else {
        return nil
      }
      let unit = DisplayUnit(measure: measure, unit: last.unit)
      let interval =
        last.estimate.hasInterval ? " (\(unit.interval(last.estimate.low, last.estimate.high)))" : ""
      return "\(unit.text(start.estimate.mean))% to \(unit.text(last.estimate.mean))%\(interval)"
    }
    func moves(_ measure: String) -> String {
      source.results.scenarios.compactMap { scenario in
        move(measure, scenario).map { "from \($0) in \(Wording.name(scenario))" }
      }.joined(separator: ", ")
    }
    let unserved = moves("unmet_need")
    sentences = [
      """
      Within \(source.results.span) the share of households out of dependency goes \(moves("out_of_dependency")), and the \
      headcount ratio of poverty \(moves("headcount_ratio")).
      """,
      (unserved.isEmpty
        ? "What"
        : "The share of households that are poor by the scorecard and that nobody serves goes \(unserved); what")
        + " of this is due to programmes only a comparison with a baseline tells.",
      Answer.certainty(source),
    ]
  }
}
