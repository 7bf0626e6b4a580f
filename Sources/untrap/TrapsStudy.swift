internal import ArgumentParser
internal import Experiments
internal import Households
internal import Notation
internal import Reporting
internal import Scenarios
internal import Statistics

/// What `traps` analyses.
struct TrapsStudy: Workload {
  let basis: Basis
  /// What the chains are made of.
  let source: TrapsRecord
  /// The results that are read; nil where the scenario is run.
  let directory: String?
  /// Replications of each scenario.
  let replications: Int
  /// What the record of the results that are read warns of and that holds for their traps as well.
  private let sourceWarnings: [Warning]

  /// Nothing is kept of an analysis before it ends.
  let isResumable = false

  /// Reads a scenario that a call names; problems are printed.
  init(scenario file: String, source: TrapsRecord, scenarioOptions: ScenarioOptions, console: Console) throws {
    let scenarios = try ScenarioSet(files: [file], overrides: scenarioOptions.overrides, console: console)
    try self.init(
      Basis("traps", scenarios, SurveySource(path: scenarioOptions.survey), console), source: source, console: console)
  }

  /// Reads what a record holds; problems are printed.
  init(_ reading: RecordReading, _ simulation: SimulationRecord, _ source: TrapsRecord) throws {
    if case .results = source {
      throw reading.console.refusal(
        "these traps were found in the results of another directory, which the record does not hold; verify that, then "
          + "run untrap traps on it again")
    }
    try self.init(reading.basis(reading.scenarios(simulation)), source: source, console: reading.console)
  }

  private init(_ basis: Basis, source: TrapsRecord, console: Console) throws {
    self.basis = basis
    self.source = source
    directory = nil
    sourceWarnings = []
    guard case .household(let household) = source else {
      let isGiven = basis.scenarios.overrides.contains { $0.path == "replications" }
      let own = basis.baseline.replications
      // Unless a call says otherwise, as many as verdicts need.
      replications = isGiven ? own : min(own, EnoughReplications.number)
      return
    }
    replications = 1
    let count = basis.baseline.population.households
    guard household < count else {
      throw console.refusal(
        "--household \(household): there are \(count) households, from 0 to \(count - 1)", .validationFailure)
    }
  }

  /// Reads the record of a directory of results; problems are printed.
  init(results directory: String, console: Console) throws {
    let record = try console.reporting {
      let record = try RunRecord(directory: directory)
      try record.checkUnchanged(directory: directory)
      return record
    }
    guard let moves = record.outputs.first(where: { $0.name == DependencyEvidence.fileName }),
      let simulation = record.simulation
    else {
      throw console.refusal(
        "\(directory) has no \(DependencyEvidence.fileName); traps are found in the results of run, compare or stocktake"
      )
    }
    let scenarios = try RecordReading(record: record, survey: nil, console: console).scenarios(simulation)
    basis = Basis("traps", reading: scenarios, surveyName: record.surveyFile?.name)
    source = .results(moves)
    self.directory = directory
    replications = simulation.replications
    sourceWarnings = record.warnings.filter { $0.kind == .reach }
  }

  // MARK: - What is recorded

  var simulation: SimulationRecord {
    var simulation = basis.simulation
    simulation.replications = replications
    return simulation
  }

  func kind(_ simulation: SimulationRecord) -> RunRecord.Kind { .traps(simulation, source) }

  // MARK: - What is run

  /// The scenario and, before it, the same without programmes where it has any.
  private var runScenarios: [Scenario] {
    let scenario = basis.baseline
    guard !scenario.programmes.isEmpty else { return [scenario] }
    var without = scenario
    without.name += " without programmes"
    without.programmes = []
    without.partners = []
    without.coordination = nil
    return [without, scenario]
  }

  func dryRun(threads: Int, _ destination: Destination) throws -> String {
    if let directory {
      let place = PlanReport.place(destination.path, destination.obstacle)
      return "Would read \(Console.visible(line: directory)), run nothing and write \(place).\n"
    }
    return try DryRun(
      basis: basis, threads: threads, replications: replications, observeEvery: basis.baseline.quarters,
      besides: runScenarios.dropLast(), destination: destination
    ).report()
  }

  func run(in directory: ResultDirectory, by work: Work) throws -> Findings {
    let (evidence, reach) = try evidence(by: work)
    let traps: TrapStudy
    do throws(TrapProblem) {
      traps = try TrapStudy(evidence)
    } catch {
      directory.discard()
      throw work.console.refusal(error.description)
    }
    let simulation = simulation
    return Findings(
      simulation: simulation, runs: self.directory == nil ? replications * runScenarios.count : 0,
      warnings: reach + TrapsWarnings.list(traps, scenarios: simulation.scenarios),
      text: { TrapsReport(traps, basis: made, isColored: $0).text },
      write: { record, execution throws(OutputError) in
        try TrapsWriter.write(traps, into: directory, record: record, execution: execution)
      })
  }

  /// What the chains are made of, in words that follow "made of".
  private var made: String {
    let runs = ReadableNumber.count(replications, "replication")
    return switch source {
    case .run: "the moves of \(runs)"
    case .results: "the moves in \(directory ?? "other results"), \(runs)"
    case .profile(let group): "the exact chances at the mean circumstances of \(group.words), \(runs)"
    case .household(let household): "the exact chances at the mean circumstances of household \(household)"
    }
  }

  // MARK: - What the chains are made of

  /// The evidence, and what the run that it is from warns of.
  private func evidence(by work: Work) throws -> ([DependencyEvidence], [Warning]) {
    if let directory, case .results(let moves) = source {
      return (
        try DependencyEvidence.read(directory: directory, recorded: moves, replications: replications), sourceWarnings
      )
    }
    let scenarios = runScenarios
    let model = try basis.model(of: scenarios, options: work.options)
    switch source {
    case .run, .results: return try moves(model, scenarios, work.console)
    case .profile(let group):
      return (circumstances(model, scenarios) { $0.members(of: group) }, try reach(model, scenarios))
    case .household(let household):
      return (circumstances(model, scenarios) { _ in [household] }, try reach(model, scenarios))
    }
  }

  private func moves(
    _ model: Model, _ scenarios: [Scenario], _ console: Console
  ) throws -> ([DependencyEvidence], [Warning]) {
    let plan = ExperimentPlan(scenarios: scenarios, replications: replications, observeEvery: scenarios[0].quarters)
    let collector = TransitionCollector(scenarios: scenarios.count)
    let progress = ProgressDisplay(console: console)
    defer { progress.clear() }
    let summary = try Experiment(engine: model, plan: plan).run(into: collector, progress: progress.update)
    let evidence = zip(scenarios, collector.moves).map {
      DependencyEvidence(scenarioName: $0.name, content: .moves($1))
    }
    return (evidence, ReachWarnings.list(summary, scenarios: scenarios))
  }

  private func reach(_ model: Model, _ scenarios: [Scenario]) throws -> [Warning] {
    try ReachRun(model: model, replications: replications).warnings(scenarios)
  }

  /// The circumstances of some households at the start and at the end of each year, in every scenario.
  private func circumstances(
    _ model: Model, _ scenarios: [Scenario], of members: (Population) -> [Int]
  ) -> [DependencyEvidence] {
    var found = scenarios.map { _ in [Circumstances]() }
    var balances: [LevelBalance] = []
    for replication in 1...replications {
      let settled = model.settled(replication: replication)
      balances.append(settled.balance)
      let households = members(settled)
      for (index, scenario) in scenarios.enumerated() {
        let future = model.future(of: scenario, from: settled, replication: replication)
        var sum = future.population.circumstances(of: households, parameters: scenario.parameters)
        for quarter in 1...scenario.quarters {
          future.advance()
          guard quarter % 4 == 0 else { continue }
          sum.add(future.population.circumstances(of: households, parameters: scenario.parameters))
        }
        found[index].append(sum)
      }
    }
    let balance = LevelBalance(meanOf: balances)
    return zip(scenarios, found).map { scenario, circumstances in
      let kernel = TransitionKernel(scenario.parameters.dependency.balanced(by: balance))
      return DependencyEvidence(scenarioName: scenario.name, content: .circumstances(circumstances, kernel))
    }
  }
}
