/// Differences in the numbers of the model's rules, by their paths.
enum ParameterComparison {
  /// The key that lists the mechanisms that a scenario switches off.
  static let without = "without"

  static func section(_ comparison: FactComparison) -> ScenarioDifference.Section {
    let mechanisms = comparison.changes.filter { $0.path == without }.map { $0.statement(without) }
    let parameters = comparison.changes.filter { $0.path.hasPrefix(ParameterWords.prefix) }.map(statement)
    return ScenarioDifference.Section(heading: "Parameters", statements: mechanisms + parameters)
  }

  private static func statement(_ change: FactComparison.Change) -> ScenarioDifference.Statement {
    let unit = change.second.map { " (\($0.unit))" } ?? ""
    let values = [change.second, change.first].compactMap { $0?.values.first.map(Figures.grouped) }
    let summary = ParameterWords.summary(of: change.path)
    return ScenarioDifference.Statement(
      text: "\(change.path.code) is \(values.joined(separator: " instead of "))\(unit). \(summary)",
      paths: [change.path])
  }
}
