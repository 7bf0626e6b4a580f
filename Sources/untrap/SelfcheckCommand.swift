internal import ArgumentParser
internal import Experiments
internal import Reporting

/// `untrap selfcheck`: the promises of the tool on a scenario of the user's own.
struct SelfcheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "selfcheck",
    abstract: "Checks on a sample of a scenario that results can be trusted.",
    discussion: """
      A programme without money changes nothing, one household left out moves nobody else's luck, money is conserved, and
      so on: a verdict for each promise, with numbers. A sample of at most 5,000 households, 10 years and 2 replications
      is run, so that it takes seconds. Exit code 1 if a check fails.

      Examples:
        untrap selfcheck scenarios/kasur-mawakhat.yaml
        untrap selfcheck my-scenario.yaml --survey my-survey.csv --years 5
      """)

  @Argument(help: ArgumentHelp("Scenario file.", valueName: "scenario"), completion: .scenarioFiles)
  var scenario: String

  @OptionGroup(title: "Scenario options")
  var scenarioOptions: ScenarioOptions

  func run() throws {
    let console = Console(isQuiet: false)
    let scenarios = try ScenarioSet(files: [scenario], overrides: scenarioOptions.overrides, console: console)
    let survey = SurveySource(path: scenarioOptions.survey)
    let rows = try survey.households(console: console)
    try scenarios.checkRows(of: rows, console: console)
    let (suite, verdicts) = try console.interruptible("not all was checked") {
      try console.reportingModel {
        let suite = try SelfCheckSuite(scenarios.baseline, survey: rows)
        let verdicts = try suite.checks.map { check in
          if console.showsProgress { console.writeToError("\r\(check.promise) ...\u{1B}[K") }
          defer { if console.showsProgress { console.writeToError("\r\u{1B}[K") } }
          return try check.verdict()
        }
        return (suite, verdicts)
      }
    }
    console.print(
      SelfCheckReport.text(verdicts, sample: suite.description, isColored: console.colorsOutput))
    try Self.conclude(verdicts)
  }

  /// Ends with a failure unless every promise is kept.
  static func conclude(_ verdicts: [SelfCheckVerdict]) throws {
    guard verdicts.allSatisfy(\.isKept) else { throw ExitCode.failure }
  }
}
