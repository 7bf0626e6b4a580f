internal import ArgumentParser

/// `untrap optimize`: the best mix of programmes for a sum of money.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Finds the best mix of programmes for a sum of money.",
    discussion: """
      A portfolio is a YAML file that names a scenario, an outcome, a sum of money, and programmes of the scenario with \
      budgets and areas to choose from. All mixes are looked at in a small population; the most promising are run with the \
      same luck and halved again and again; the last few are compared with nothing in fresh replications. The cheapest \
      mix that may be the best is recommended. --replications sets those of the final comparison.

      Examples:
        untrap optimize scenarios/portfolios/kasur-best-mix.yaml
        untrap optimize my-portfolio.yaml --replications 100 --out results
      """)

  @Argument(help: ArgumentHelp("Portfolio file.", valueName: "design"), completion: .scenarioFiles)
  var portfolio: String

  @OptionGroup(title: "Scenario options")
  var scenarioOptions: ScenarioOptions

  @OptionGroup(title: "Run options")
  var outputOptions: OutputOptions

  func validate() throws {
    if let replications = scenarioOptions.replications, replications < 2 {
      throw ValidationError("--replications \(replications): mixes are compared in at least 2 replications")
    }
  }

  func run() throws {
    try NewWork(
      options: outputOptions, destination: outputOptions.destination(of: [portfolio], survey: scenarioOptions.survey)
    ).run { console in
      try PortfolioStudy(
        Self.configuration.commandName ?? "optimize", file: portfolio, scenarioOptions: scenarioOptions,
        console: console)
    }
  }
}
