internal import ArgumentParser
internal import Designs
internal import Experiments
internal import Households
internal import Reporting
internal import Scenarios

/// What `optimize` computes, be it from a call or from the record of an earlier one.
struct PortfolioStudy {
  static let command = "optimize"

  let portfolio: LoadedPortfolio
  let survey: SurveySource
  let households: [SurveyHousehold]

  /// Measures of which more, or less, is better; less cost is best reached by doing nothing.
  private static let outcomes = RankedMeasure.all.filter { $0 != .programmeCost }
  /// Their names.
  static let outcomeNames = outcomes.map(\.name)

  /// Reads what a call names; problems are printed.
  init(file: String, scenarioOptions: ScenarioOptions, console: Console) throws {
    survey = SurveySource(path: scenarioOptions.survey)
    portfolio = try Self.reporting(console) { () throws(ScenarioError) in
      try PortfolioLoader.load(
        path: file, overrides: scenarioOptions.overrides, outcomes: Self.outcomeNames)
    }
    try ScenarioSet(portfolio).requireOneReading(console)
    households = try survey.households(console: console)
    try ScenarioSet.checkRows(of: households, for: [portfolio.scenario], console: console)
  }

  /// Reads what a record holds; problems are printed.
  init(_ record: StoredRecord, survey: String?, console: Console) throws {
    let files = [record.portfolioFile].compactMap(\.self) + (record.scenarioFiles.first ?? [])
    let sources = files.compactMap { file in record.texts[file].map { ScenarioSource(path: file, text: $0) } }
    guard sources.count == files.count, sources.count > 1 else {
      console.fail("the record lacks the text of a file")
      throw ExitCode.failure
    }
    self.survey = try SurveySource(record: record, path: survey, console: console)
    portfolio = try Self.reporting(console) { () throws(ScenarioError) in
      try PortfolioLoader.load(
        portfolio: sources[0], scenario: Array(sources.dropFirst()),
        overrides: record.overrides.map(ScenarioOverride.init), outcomes: Self.outcomeNames)
    }
    households = try self.survey.households(console: console)
    try ScenarioSet.checkRows(of: households, for: [portfolio.scenario], console: console)
  }

  private static func reporting(
    _ console: Console, _ load: () throws(ScenarioError) -> LoadedPortfolio
  ) throws -> LoadedPortfolio {
    do {
      let portfolio = try load()
      ScenarioSet(portfolio).tellWarnings(console)
      return portfolio
    } catch {
      console.diagnose(error.rendered(color: console.colorsErrors))
      throw ExitCode.badInput
    }
  }

  // MARK: - What is run

  /// The scenario with all its programmes.
  var scenarios: ScenarioSet { ScenarioSet(portfolio) }

  /// The scenario with all its programmes.
  var scenario: Scenario { portfolio.scenario.scenario }

  /// What a search makes of it.
  var plan: PortfolioPlan {
    guard let outcome = Self.outcomes.first(where: { $0.name == portfolio.portfolio.outcome }) else {
      preconditionFailure("the portfolio was read with the outcomes that there are")
    }
    return PortfolioPlan(
      mixes: portfolio.mixes, outcome: outcome, households: scenario.population.realHouseholds,
      effort: portfolio.portfolio.effort, budget: portfolio.portfolio.budget)
  }

  /// Households of the screening at most.
  private static let screenedHouseholds = 600

  /// What looks at all mixes first: the same model with fewer households.
  /// - Throws: `ModelError` where the scenario cannot be run.
  func screen(for model: Model) throws(ModelError) -> Model {
    var scenario = model.baseline
    scenario.population.simulatedHouseholds = min(scenario.population.households, Self.screenedHouseholds)
    scenario.population.consumptionScale = model.consumptionScale
    return try Model(baseline: scenario, survey: households, options: ModelOptions(threads: model.threads))
  }

  /// The model of all mixes.
  /// - Throws: `ModelError` where the scenario cannot be run.
  func model(threads: Int, blockSize: Int) throws(ModelError) -> Model {
    let model = try Model(
      baseline: portfolio.scenario(of: portfolio.mixes[0]), survey: households,
      options: ModelOptions(threads: threads, blockSize: blockSize))
    try model.checkComparable(scenario)
    return model
  }
}
