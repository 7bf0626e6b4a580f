internal import ArgumentParser
internal import Scenarios

/// What commands that run a design are called with.
struct DesignCall: ParsableArguments {
  @Argument(help: ArgumentHelp("Design file.", valueName: "design"), completion: .scenarioFiles)
  var design: String

  @OptionGroup(title: "Scenario options")
  var scenarioOptions: ScenarioOptions

  @OptionGroup(title: "Run options")
  var outputOptions: OutputOptions

  func run(_ purpose: DesignPurpose) throws {
    try outputOptions.makeResults(of: [design], survey: scenarioOptions.survey) { console in
      try SweepStudy(purpose, file: design, scenarioOptions: scenarioOptions, console: console)
    }
  }
}
