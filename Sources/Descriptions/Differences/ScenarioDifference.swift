internal import Households
package import Scenarios

/// What tells one scenario from another, in words.
package struct ScenarioDifference: Sendable {
  /// A statement on what differs.
  package struct Statement: Hashable, Sendable {
    package let text: String
    /// The dotted paths of all that it covers; places are called by their names.
    package let paths: [String]
  }

  /// Statements on one part of the scenarios.
  package struct Section: Hashable, Sendable {
    package let heading: String
    /// What differs in it, one statement at least.
    package let statements: [Statement]
  }

  /// The parts that differ.
  package let sections: [Section]
  private let title: String
  private let introduction: String

  /// Compares two scenarios, A and B, by what they say, whatever files it stands in.
  package init(_ first: LoadedScenario, _ second: LoadedScenario) {
    let comparison = FactComparison(first, second)
    let sections =
      [
        ScenarioComparison.section(comparison),
        PopulationComparison.section(comparison),
        ParameterComparison.section(comparison),
        PartnerComparison.section(comparison),
      ] + ProgrammeComparison.sections(comparison)
    self.sections = sections.filter { !$0.statements.isEmpty }
    let names = (first.scenario.name.escaped, second.scenario.name.escaped)
    title = "# \(names.0) and \(names.1)"
    introduction = """
      A is \(names.0) (\(Self.file(first))), B is \(names.1) (\(Self.file(second))). Their values are compared, not \
      the sources that are given for them.
      """
  }

  package var isEmpty: Bool { sections.isEmpty }

  package var markdown: String {
    let body =
      isEmpty
      ? ["The two scenarios do not differ."]
      : sections.flatMap { ["## " + $0.heading, Markdown.list($0.statements.map(\.text))] }
    return Markdown.blocks([title, introduction] + body) + "\n"
  }

  private static func file(_ loaded: LoadedScenario) -> String { loaded.sources[0].path.code }
}
