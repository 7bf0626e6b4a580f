internal import ArgumentParser
internal import Descriptions
internal import Reporting

/// `untrap describe`: a scenario in words, or what of the model can be changed.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Describes a scenario by the ODD protocol, or lists the mechanisms and the parameters of the model.",
    discussion: """
      Examples:
        untrap describe scenarios/kasur-mawakhat.yaml > methods.md
        untrap describe scenarios/kasur-baseline.yaml --without role_models --years 5
        untrap describe --mechanisms
        untrap describe --parameters | grep illness
      """)

  @Argument(
    help: ArgumentHelp("Scenario file, to be described as it would run.", valueName: "scenario"),
    completion: .scenarioFiles)
  var scenario: String?

  @OptionGroup(title: "Scenario options")
  var scenarioOptions: ScenarioOptions

  @Flag(help: "List what --without can switch off.")
  var mechanisms = false

  @Flag(help: "List what --set parameters.<path>=<value> can change.")
  var parameters = false

  func validate() throws {
    if scenario != nil, mechanisms || parameters {
      throw ValidationError("describe a scenario, or list --mechanisms and --parameters")
    }
    if scenario == nil, !scenarioOptions.overrides.isEmpty || scenarioOptions.survey != nil {
      throw ValidationError("name the scenario that the options are for")
    }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    if let scenario { return try describe(scenario, console) }
    guard mechanisms || parameters else {
      console.writeToError(UntrapCommand.helpMessage(for: Self.self) + "\n")
      throw ExitCode.validationFailure
    }
    let tables = [mechanisms ? ModelDescription.mechanisms : nil, parameters ? ModelDescription.parameters : nil]
    console.print(tables.compactMap(\.self).joined(separator: "\n"))
  }

  private func describe(_ scenario: String, _ console: Console) throws {
    let survey = SurveySource(path: scenarioOptions.survey)
    // A survey that cannot be used is reported, as when the scenario runs.
    if survey.path != nil { _ = try survey.households(console: console) }
    let loaded = try ScenarioSet(files: [scenario], overrides: scenarioOptions.overrides, console: console).loaded[0]
    let description = ScenarioDescription(
      loaded, survey: survey.path.map { _ in survey.name }, observeEvery: RunOptions.usualInterval,
      version: SoftwareVersion.current)
    console.print(description.markdown)
  }
}
