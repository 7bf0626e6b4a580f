/// Reads the files of portfolios.
///
/// A portfolio is a YAML file: a scenario, a sum of money, and candidates, which are programmes of that scenario, each
/// with budgets and areas to choose from. What is no candidate stays as the scenario has it. It is checked together with
/// its scenario before anything runs.
public enum PortfolioLoader {
  /// Reads a portfolio with its scenario; outcomes are the measures of which more, or less, is better.
  ///
  /// Its text, and those of its scenario as `LoadedScenario.sources` lists them, are read instead of files where they were
  /// kept. Values of the command line win over the portfolio's own; `replications` is also that of the final comparison.
  /// - Throws: `ScenarioError` with every problem that was found in the portfolio, its scenario and the overrides.
  public static func load(
    path: String, kept: (text: String, scenario: [ScenarioSource])? = nil, overrides: [ScenarioOverride] = [],
    outcomes: [String]
  ) throws(ScenarioError) -> LoadedPortfolio {
    let reader = LayerReader(kept: kept.map { [ScenarioSource(path: path, text: $0.text)] })
    let file = try CheckedFile(path: path, reader: reader, as: PortfolioSchema.root(outcomes: outcomes))
    var reading = PortfolioReading(file: file, overrides: overrides, reporter: file.reporter)
    return try reading.loaded(kept: kept?.scenario)
  }
}
