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
        untrap run baseline.yaml --precision headcount_ratio:0.002
        untrap run baseline.yaml --microdata 0,20,40 --every 1 --out results/all
      """)

  @OptionGroup
  var call: ScenarioCall

  @OptionGroup(title: "Precision options")
  var precisionOptions: PrecisionOptions

  @Flag(help: "Make a page of the results, beside them: <results>.html.")
  var report = false

  func validate() throws { try precisionOptions.validate(besides: call.scenarioOptions) }

  func run() throws { try call.run("run", precision: precisionOptions.goal, makesReport: report) }
}
