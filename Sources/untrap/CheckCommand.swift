internal import ArgumentParser
internal import Descriptions
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
    let survey = SurveySource(path: scenarioOptions.survey)
    let rows = try survey.households(console: console)
    var failures = 0
    for file in scenarios {
      do {
        let loaded = try ScenarioLoader.load(path: file, overrides: scenarioOptions.overrides)
        try loaded.check(against: SurveySource.strata(of: rows))
        console.diagnose(ScenarioError.rendered(loaded.warnings, color: console.colorsErrors), isWarning: true)
        let comparison = comparison(loaded)
        if let difference = comparison.confounding { console.warn(difference.text) }
        console.print("\(Console.visible(line: file)): ok: \(loaded.scenario.outline)\n")
        if let note = comparison.note {
          console.print("\(Console.visible(line: file)): \(Console.visible(line: note))\n")
        }
      } catch {
        failures += 1
        console.diagnose(error.rendered(color: console.colorsErrors))
      }
    }
    if let path = survey.path { console.print("\(Console.visible(line: path)): ok: \(rows.count) households\n") }
    if failures > 0 { throw ExitCode.badInput }
  }

  /// What a scenario changes besides programmes of the first that it extends and can be compared with, which is what it
  /// will most likely be compared with; where there is none, a note that it cannot be compared with the nearest.
  private func comparison(_ loaded: LoadedScenario) -> (confounding: Confounding?, note: String?) {
    // What the call says of programmes need not be there yet.
    let overrides = scenarioOptions.overrides.filter { override in
      !["programmes.", "partners."].contains { override.path?.hasPrefix($0) ?? false }
    }
    // Each is read with all that it extends: of a long row of large files only so many are.
    var bytes = 0
    var read = 0
    var note: String?
    for index in loaded.sources.indices.dropFirst().reversed() {
      bytes += loaded.sources[index].text.utf8.count
      read += bytes
      guard index == loaded.sources.indices.last || read <= Self.mostBytes else { return (nil, nil) }
      guard let base = try? ScenarioLoader.load(sources: Array(loaded.sources[index...]), overrides: overrides) else {
        continue
      }
      let obstacles = loaded.scenario.obstacles(toComparisonWith: base.scenario)
      guard !obstacles.isEmpty else { return (Confounding(loaded, against: base), nil) }
      note = "cannot be compared with \(base.scenario.name): they differ in \(obstacles.joined(separator: ", "))"
    }
    return (nil, note)
  }

  /// Bytes of scenarios that are read again in search of one to compare with.
  private static let mostBytes = 2_000_000
}
