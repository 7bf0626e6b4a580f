internal import ArgumentParser
internal import Households
internal import Scenarios

/// `untrap check`: reads scenarios without running them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads scenarios and tells all that is wrong with them.",
    discussion: """
      Examples:
        untrap check scenarios/*.yaml
        untrap check my-scenario.yaml --survey my-survey.csv
      """)

  @Argument(help: ArgumentHelp("Scenario files.", valueName: "scenario"), completion: .scenarioFiles)
  var scenarios: [String]

  @OptionGroup(title: "Scenario options")
  var scenarioOptions: ScenarioOptions

  @Flag(help: "Print problems only.")
  var quiet = false

  func validate() throws { try FileList(scenarios).validate() }

  func run() throws {
    let console = Console(isQuiet: quiet)
    var failures = 0
    for file in scenarios {
      do {
        let loaded = try ScenarioLoader.load(path: file, overrides: scenarioOptions.overrides)
        console.diagnose(ScenarioError.rendered(loaded.warnings, color: console.colorsErrors), isWarning: true)
        console.print("\(file): ok: \(ScenarioOutline(loaded.scenario).text)\n")
      } catch {
        failures += 1
        console.diagnose(error.rendered(color: console.colorsErrors))
      }
    }
    if let survey = scenarioOptions.survey {
      let rows = try SurveySource(path: survey).households(console: console).count
      console.print("\(survey): ok: \(rows) households\n")
    }
    if failures > 0 { throw ExitCode.badInput }
  }
}
