internal import ArgumentParser
internal import Descriptions

/// `untrap diff`: what tells two scenarios apart.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tells two scenarios apart in words.",
    discussion: """
      Examples:
        untrap diff scenarios/kasur-baseline.yaml scenarios/kasur-mawakhat.yaml
        untrap diff scenarios/ehsaas.yaml my-plan.yaml > changes.md
      """)

  @Argument(help: ArgumentHelp("Scenario file that the text calls A.", valueName: "first"), completion: .scenarioFiles)
  var first: String

  @Argument(help: ArgumentHelp("Scenario file that the text calls B.", valueName: "second"), completion: .scenarioFiles)
  var second: String

  func run() throws {
    let console = Console(isQuiet: false)
    // Each is read by itself: two versions of a scenario may have the same name.
    let loaded = try [first, second].map { file in
      try ScenarioSet(files: [file], overrides: [], console: console).loaded[0]
    }
    console.print(ScenarioDifference(loaded[0], loaded[1]).markdown)
  }
}
