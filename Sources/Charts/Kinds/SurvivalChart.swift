internal import Notation

/// How long households wait until they leave dependency, and until they fall back.
enum SurvivalChart: ChartKind {
  static let name = "survival"
  static let summary = "shares of households that still wait for a durable exit, an exit or a relapse"

  private static let events = ["durable_exit", "exit", "relapse"]
  private static let file = "survival.csv"
  private static let testFile = "survival_comparison.csv"

  static func chart(of results: ResultSet) throws -> Chart? {
    let keeping: [String: Set<String>] = ["event": Set(events), "group": ["all"]]
    guard let table = try results.table(file, keeping) else { return nil }
    let curves = events.compactMap { SurvivalCurves($0, table, results) }
    guard let first = curves.first else { return nil }
    let tests = results.isComparison ? try results.table(testFile, keeping) : nil
    let comparison = tests.flatMap { first.comparison($0) }
    let bands = results.replications > 1 ? "; bands hold each share with 95% confidence" : ""
    return Chart(
      name: name, title: "Waiting for an exit",
      statement: comparison.map { results.weighed(first.statement + "; " + $0.text + ".") } ?? first.statement + ".",
      reading: "Lines fall when households leave dependency, or fall back into it\(bands). An exit is durable after a "
        + "year out."
        + (comparison?.isTested == true ? " Scenarios are told apart by log-rank tests over replications." : ""),
      sources: [file] + (comparison == nil ? [] : [testFile]), key: results.key, panels: curves.map(\.panel))
  }
}
