internal import Charts
internal import Notation

/// The answer of runs without comparison: where households stand at the start and at the end, and whom nobody serves.
struct RunAnswer {
  let sentences: [String]

  init(_ source: ResultSource) throws {
    let end = source.results.quarters
    let table = try source.results.table("summary.csv", ["group": ["all"], "quarter": ["0", "\(end)"]])
    func move(_ measure: String, _ scenario: String) -> String? {
      guard let table,
        let start = table.rows(where: ["scenario": scenario, "quarter": "0", "measure": measure]).first,
        let last = table.rows(where: ["scenario": scenario, "quarter": "\(end)", "measure": measure]).first
      else { return nil }
      let unit = DisplayUnit(measure: measure, unit: last["unit"])
      let interval = last["ci_low"].isEmpty ? "" : " (\(unit.interval(last.number("ci_low"), last.number("ci_high"))))"
      return "\(unit.text(start.number("mean")))% to \(unit.text(last.number("mean")))%\(interval)"
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
