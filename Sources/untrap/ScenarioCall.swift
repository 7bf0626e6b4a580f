internal import ArgumentParser
internal import Experiments

/// What commands that run one scenario are called with.
struct ScenarioCall: ParsableArguments {
  @Argument(help: ArgumentHelp("Scenario file.", valueName: "scenario"), completion: .scenarioFiles)
  var scenario: String

  @OptionGroup(title: "Scenario options")
  var scenarioOptions: ScenarioOptions

  @OptionGroup(title: "Run options")
  var runOptions: RunOptions

  func run(_ command: String, precision: Precision? = nil, makesReport: Bool = false) throws {
    try runOptions.makeResults(
      command, of: [scenario], scenarioOptions, precision: precision, makesReport: makesReport)
  }
}
