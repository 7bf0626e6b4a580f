internal import ArgumentParser
internal import Designs
internal import Experiments
internal import Households
internal import Notation
internal import Reporting
internal import Scenarios

/// What `optimize` computes.
struct PortfolioStudy: Workload {
  let basis: Basis
  let portfolio: LoadedPortfolio

  /// Measures of which more, or less, is better; less cost is best reached by doing nothing.
  private static let outcomes = RankedMeasure.all.filter { $0 != .programmeCost }
  static let outcomeNames = outcomes.map(\.name)

  /// Reads what a call names; problems are printed.
  init(file: String, scenarioOptions: ScenarioOptions, console: Console) throws {
    portfolio = try console.reporting {
      try PortfolioLoader.load(path: file, overrides: scenarioOptions.overrides, outcomes: Self.outcomeNames)
    }
    basis = try Basis(
      "optimize", ScenarioSet(portfolio, console: console), SurveySource(path: scenarioOptions.survey), console)
  }

  /// Reads what a record holds; problems are printed.
  init(_ reading: RecordReading, _ simulation: SimulationRecord, _ record: PortfolioRecord) throws {
    portfolio = try reading.console.reporting {
      try PortfolioLoader.load(
        path: record.file, kept: (reading.source(record.file).text, reading.sources(simulation)[0]),
        overrides: simulation.appliedOverrides, outcomes: Self.outcomeNames)
    }
    basis = try reading.basis(ScenarioSet(portfolio, console: reading.console))
  }

  // MARK: - What is recorded

  var simulation: SimulationRecord {
    var simulation = basis.simulation
    simulation.replications = portfolio.portfolio.effort.replications
    return simulation
  }

  func kind(_ simulation: SimulationRecord) -> RunRecord.Kind {
    .search(
      simulation,
      PortfolioRecord(
        file: basis.scenarios.designName ?? "", portfolio: portfolio.portfolio, mixes: portfolio.mixes.count))
  }

  // MARK: - What is run

  /// What a search makes of it.
  var plan: PortfolioPlan {
    guard let outcome = Self.outcomes.first(where: { $0.name == portfolio.portfolio.outcome }) else {
      preconditionFailure("the portfolio was read with the outcomes that there are")
    }
    return PortfolioPlan(
      mixes: portfolio.mixes, outcome: outcome, households: basis.baseline.population.realHouseholds,
      worth: portfolio.portfolio.worth.map { $0 * DisplayUnit(outcome).factor }, effort: portfolio.portfolio.effort,
      budget: portfolio.portfolio.budget)
  }

  /// The model of all mixes.
  /// - Throws: `ModelError` where the scenario cannot be run.
  func model(_ options: ModelOptions) throws(ModelError) -> Model {
    try basis.model(of: [portfolio.scenario(of: portfolio.mixes[0]), basis.baseline], options: options)
  }

  func dryRun(threads: Int, _ destination: Destination) throws -> String {
    try PortfolioDryRun(study: self, threads: threads, destination: destination).report()
  }

  func run(in directory: ResultDirectory, by work: Work) throws -> Findings {
    let model = try model(work.options)
    let writer = try PortfolioWriter(directory: directory, mixes: portfolio.mixes.count)
    var runs = 0
    let portfolio = portfolio
    let progress = ProgressDisplay(console: work.console)
    defer { progress.clear() }
    let findings = try plan.search(
      engine: model, after: writer.finished,
      into: { batch in
        try writer.take(batch)
        runs += batch.evaluations.count
      }, progress: progress.update
    ) { portfolio.scenario(of: $0) }
    var simulation = simulation
    simulation.consumptionScale = ScaleRecord(model.consumptionScale)
    return Findings(
      simulation: simulation, runs: runs,
      warnings: try reach(findings, model)
        + ReportWarnings.list(
          replications: findings.comparison.replications, scenarios: simulation.scenarios),
      text: { isColored in
        PortfolioReport(
          findings, of: portfolio.portfolio, quarters: basis.baseline.quarters, isColored: isColored
        ).text
      },
      write: { record, execution throws(OutputError) in
        try writer.finish(findings, of: portfolio.portfolio, record: record, execution: execution)
      })
  }

  /// What programmes of the mix that is recommended reach nobody.
  private func reach(_ findings: PortfolioFindings, _ model: Model) throws -> [Warning] {
    try ReachRun(model: model, replications: findings.comparison.replications)
      .warnings([portfolio.scenario(of: findings.recommendedMix)], setting: "in the mix that is recommended")
  }
}
