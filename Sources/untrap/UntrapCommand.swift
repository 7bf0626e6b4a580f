internal import ArgumentParser
internal import Reporting

/// The program itself.
struct UntrapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "untrap",
    abstract: "Simulates households in dependency traps, and what gets them out for good.",
    discussion: """
      Scenarios are YAML files; results are CSV tables with a record of how they came about.

      Examples:
        untrap new my-town
        untrap check scenarios/kasur-mawakhat.yaml
        untrap run scenarios/kasur-baseline.yaml --years 5
        untrap compare scenarios/kasur-baseline.yaml scenarios/kasur-mawakhat.yaml
        untrap compare scenarios/kasur-baseline.yaml scenarios/kasur-mawakhat.yaml --without role_models
        untrap stocktake scenarios/kasur-mawakhat.yaml
        untrap traps scenarios/kasur-baseline.yaml
        untrap sensitivity scenarios/designs/kasur-what-matters.yaml
        untrap optimize scenarios/portfolios/kasur-best-mix.yaml
        untrap measure my-survey.csv --by province,region
        untrap evidence --survey my-survey.csv
        untrap report notebooks-output/kasur-baseline-vs-kasur-mawakhat
        untrap verify notebooks-output/kasur-baseline-vs-kasur-mawakhat
        untrap describe --mechanisms
        untrap describe scenarios/kasur-mawakhat.yaml
        untrap diff scenarios/kasur-mawakhat.yaml scenarios/kasur-top-down.yaml

      Exit codes: 0 done, 1 the run failed or results are not proved, 64 wrong call, 65 bad scenario or survey.
      """,
    version: SoftwareVersion.current,
    subcommands: [
      RunCommand.self, CompareCommand.self, StocktakeCommand.self, TrapsCommand.self, SweepCommand.self,
      SensitivityCommand.self, OptimizeCommand.self, ResumeCommand.self, ExtendCommand.self, VerifyCommand.self,
      ReportCommand.self, PlotCommand.self, NewCommand.self, CheckCommand.self, SelfcheckCommand.self,
      DescribeCommand.self, DiffCommand.self, SchemaCommand.self, MeasureCommand.self, EvidenceCommand.self,
    ])
}
