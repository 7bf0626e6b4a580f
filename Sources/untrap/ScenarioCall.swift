internal import ArgumentParser

/// What commands that run one scenario are called with.
struct ScenarioCall: ParsableArguments {
  @Argument(help: ArgumentHelp("Scenario file.", valueName: "scenario"))
  var scenario: String

  @OptionGroup(title: "Scenario options")
  var scenarioOptions: ScenarioOptions

  @OptionGroup(title: "Run options")
  var runOptions: RunOptions

  /// Runs the scenario for a command.
  func run(_ command: String, presentation: Study.Presentation) throws {
    try Study(
      command: command, files: [scenario], scenarioOptions: scenarioOptions, runOptions: runOptions,
      presentation: presentation
    ).run()
  }
}
