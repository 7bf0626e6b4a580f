/// Differences in name, time and runs.
enum ScenarioComparison {
  static func section(_ comparison: FactComparison) -> ScenarioDifference.Section {
    let elsewhere = [PartnerComparison.coordination, ParameterComparison.without]
    let changes = comparison.changes.filter { !$0.path.contains(".") && !elsewhere.contains($0.path) }
    return ScenarioDifference.Section(heading: "Scenario", statements: changes.map(statement))
  }

  private static func statement(_ change: FactComparison.Change) -> ScenarioDifference.Statement {
    guard let first = change.first, let second = change.second else { return change.statement(change.path) }
    let text: String
    switch change.path {
    case "start": text = "B starts in \(FactWords.instead(second, of: first, key: change.path))."
    case "name": text = "A is called “\(first.values[0].escaped)”, B “\(second.values[0].escaped)”."
    case "description":
      let (old, new) = (Markdown.line(first.values[0]).escaped, Markdown.line(second.values[0]).escaped)
      text = "A says of itself: “\(old)” B says: “\(new)”"
    default: return change.statement(change.path)
    }
    return ScenarioDifference.Statement(text: text, paths: [change.path])
  }
}
