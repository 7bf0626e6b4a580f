/// Reads the files of portfolios.
///
/// A portfolio is a YAML file: a scenario, a sum of money, and candidates, which are programmes of that scenario, each
/// with budgets and areas to choose from. What is no candidate stays as the scenario has it. It is checked together with
/// its scenario before anything runs.
public enum PortfolioLoader {
  /// Reads a portfolio with its scenario; outcomes are the measures of which more, or less, is better.
  ///
  /// Values of the command line win over the portfolio's own; `replications` is also that of the final comparison.
  /// - Throws: `ScenarioError` with every problem that was found in the portfolio, its scenario and the overrides.
  public static func load(
    path: String, overrides: [ScenarioOverride] = [], outcomes: [String]
  ) throws(ScenarioError) -> LoadedPortfolio {
    try load(path: path, reader: LayerReader(), kept: nil, overrides, outcomes)
  }

  /// Reads a portfolio from texts that were kept instead of files, its scenario's as `LoadedScenario.sources` lists them.
  /// - Throws: `ScenarioError` as reading the files would.
  public static func load(
    portfolio: ScenarioSource, scenario: [ScenarioSource], overrides: [ScenarioOverride], outcomes: [String]
  ) throws(ScenarioError) -> LoadedPortfolio {
    try load(path: portfolio.path, reader: LayerReader(kept: [portfolio]), kept: scenario, overrides, outcomes)
  }

  private static func load(
    path: String, reader: LayerReader, kept: [ScenarioSource]?, _ overrides: [ScenarioOverride], _ outcomes: [String]
  ) throws(ScenarioError) -> LoadedPortfolio {
    let file = try CheckedFile(path: path, reader: reader, as: PortfolioSchema.root(outcomes: outcomes))
    var reading = PortfolioReading(file: file, overrides: overrides, reporter: file.reporter)
    return try reading.loaded(kept: kept)
  }
}
