internal import Households
internal import Reporting

/// How long households wait until they leave dependency, and until they fall back.
enum SurvivalChart: ChartKind {
  static let name = "survival"
  static let summary = "shares of households that still wait for a durable exit, an exit or a relapse"

  private static let events = [SpellEvent.durableExit, .exit, .relapse]

  static func chart(of results: ResultSet) throws -> Chart? {
    let rows = try results.rows(of: SurvivalRow.self, .only(\.group, "all"))
    let curves = events.compactMap { SurvivalCurves($0, rows, results) }
    guard let first = curves.first else { return nil }
    let comparison =
      results.isComparison
      ? first.comparison(try results.rows(of: SurvivalComparisonRow.self, .only(\.group, "all"))) : nil
    let bands = results.replications > 1 ? "; bands hold each share with 95% confidence" : ""
    return Chart(
      name: name, title: "Waiting for an exit",
      statement: comparison.map { results.weighed(first.statement + "; " + $0.text + ".") } ?? first.statement + ".",
      reading: "Lines fall when households leave dependency, or fall back into it\(bands). An exit is durable after a "
        + "year out."
        + (comparison?.isTested == true ? " Scenarios are told apart by log-rank tests over replications." : ""),
      sources: [SurvivalRow.fileName] + (comparison == nil ? [] : [SurvivalComparisonRow.fileName]),
      key: results.parts.key, panels: curves.map(\.panel))
  }
}
