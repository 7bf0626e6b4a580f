internal import ArgumentParser

/// `untrap run`: one scenario.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs a scenario.",
    discussion: """
      Examples:
        untrap run scenarios/kasur-baseline.yaml
        untrap run scenarios/kasur-mawakhat.yaml --survey my-survey.csv --years 5
        untrap run baseline.yaml --set parameters.shocks.illness_probability=0.08
        untrap run baseline.yaml --microdata 0,20,40 --every 1 --out results/all
      """)

  @Argument(help: ArgumentHelp("Scenario file.", valueName: "scenario"))
  var scenario: String

  @OptionGroup(title: "Scenario options")
  var scenarioOptions: ScenarioOptions

  @OptionGroup(title: "Run options")
  var runOptions: RunOptions

  func run() throws {
    try Study(
      command: Self.configuration.commandName ?? "run", files: [scenario], scenarioOptions: scenarioOptions,
      runOptions: runOptions
    ).run()
  }
}
