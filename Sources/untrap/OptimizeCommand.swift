internal import ArgumentParser

/// `untrap optimize`: the best mix of programmes for a sum of money.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Finds the best mix of programmes for a sum of money.",
    discussion: """
      A portfolio is a YAML file that names a scenario, an outcome, a sum of money, and programmes of the scenario with \
      budgets and areas to choose from. All mixes run with the same luck, and the worse are dropped again and again; the \
      last few are compared with nothing in fresh replications. Told is what the budget can reach, what each further \
      unit of the outcome costs, and which mix to choose: the one with the most net benefit where the portfolio says what \
      a unit is worth, else the cheapest that reaches 90% of the largest gain. --replications sets those of the final \
      comparison.

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
    try outputOptions.makeResults(of: [portfolio], survey: scenarioOptions.survey) { console in
      try PortfolioStudy(file: portfolio, scenarioOptions: scenarioOptions, console: console)
    }
  }
}
