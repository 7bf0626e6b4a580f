internal import Households
internal import Scenarios

/// Differences in programmes: a section for their list, and one for each that both scenarios have in different forms.
enum ProgrammeComparison {
  static func sections(_ comparison: FactComparison) -> [ScenarioDifference.Section] {
    let programmes = comparison.named(names, below: "programmes")
    let list =
      programmes.filter { $0.owner != .both }.flatMap { programme in
        programme.statements(in: comparison, of: programme.name) { verb, loaded in
          // Paragraphs of an item of a list are indented.
          let lines = text(programme.name, loaded)?.markdown.split(separator: "\n", omittingEmptySubsequences: false)
          let indented = (lines ?? []).map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
          return "\(verb) \(programme.name.escaped).\n\n" + indented
        }
      } + NamedChanges.order(names(comparison.first), names(comparison.second), "programmes enrol")
    // Those whose values are all the same may still have their packages in another order.
    let changed = names(comparison.second).filter(names(comparison.first).contains).map { name in
      let changes = programmes.first { $0.name == name } ?? NamedChanges(name: name, members: [], owner: .both)
      return ScenarioDifference.Section(
        heading: "Programme: \(name.escaped)", statements: statements(changes, comparison))
    }
    return [ScenarioDifference.Section(heading: "Programmes", statements: list)] + changed
  }

  private static func names(_ loaded: LoadedScenario) -> [String] { loaded.scenario.programmes.map(\.name) }

  private static func text(_ name: String, _ loaded: LoadedScenario) -> ProgrammeText? {
    loaded.scenario.programmes.first { $0.name == name }.map { ProgrammeText($0, of: loaded) }
  }

  /// What differs in a programme that both have: first in itself, then in its package.
  private static func statements(
    _ changes: NamedChanges, _ comparison: FactComparison
  ) -> [ScenarioDifference.Statement] {
    let own = changes.members.filter { !$0.key.hasPrefix("package.") }.map { $0.change.statement($0.key) }
    func labels(_ loaded: LoadedScenario) -> [String] { text(changes.name, loaded)?.itemLabels ?? [] }
    let package = NamedChanges.all(
      labels(comparison.first), labels(comparison.second), changes.members.map(\.change),
      below: "programmes.\(changes.name).package"
    ).flatMap { item in
      item.statements(
        in: comparison, of: Words.plain(item.name),
        verbs: ("B adds to the package", "B leaves out of the package")
      ) { verb, loaded in
        text(changes.name, loaded)?.text(ofItem: item.name, after: "\(verb): ") ?? ""
      }
    }
    let order = NamedChanges.order(
      labels(comparison.first).map(Words.plain), labels(comparison.second).map(Words.plain), "the package stands")
    return own + package + order
  }
}
