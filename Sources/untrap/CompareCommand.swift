internal import ArgumentParser

/// `untrap compare`: scenarios against a baseline, on the same households with the same luck.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Runs scenarios side by side and compares them with the first.",
    discussion: """
      All scenarios start from the same settled households and meet the same luck, so that what differs is their doing.
      Options that change a scenario change all of them.

      Examples:
        untrap compare scenarios/kasur-baseline.yaml scenarios/kasur-mawakhat.yaml
        untrap compare baseline.yaml loans.yaml --replications 20 --regime clubs
        untrap compare baseline.yaml loans.yaml --precision headcount_ratio:0.002
        untrap compare baseline.yaml loans.yaml --report
        untrap compare baseline.yaml grants.yaml loans.yaml --out results --force
      """)

  @Argument(help: ArgumentHelp("Scenario file to compare with.", valueName: "baseline"), completion: .scenarioFiles)
  var baseline: String

  @Argument(help: ArgumentHelp("Scenario files to compare.", valueName: "scenario"), completion: .scenarioFiles)
  var scenarios: [String]

  @OptionGroup(title: "Scenario options")
  var scenarioOptions: ScenarioOptions

  @OptionGroup(title: "Run options")
  var runOptions: RunOptions

  @OptionGroup(title: "Precision options")
  var precisionOptions: PrecisionOptions

  @Flag(help: "Make a page of the results, beside them: <results>.html.")
  var report = false

  func validate() throws {
    try FileList(files).validate()
    try precisionOptions.validate(besides: scenarioOptions)
  }

  func run() throws {
    try runOptions.makeResults(
      "compare", of: files, scenarioOptions, precision: precisionOptions.goal, makesReport: report)
  }

  private var files: [String] { [baseline] + scenarios }
}
