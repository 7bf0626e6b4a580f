internal import ArgumentParser
internal import Experiments
internal import Households
internal import Reporting
internal import Scenarios

/// What `run`, `compare` and `stocktake` compute.
struct Study: Workload {
  let basis: Basis
  let observeEvery: Int
  let microdataAt: Set<Int>
  let detail: Detail
  let precision: Precision?

  /// What cannot be done, or not in the time of the run; nil where all can.
  var problem: String? {
    let quarters = basis.baseline.quarters
    if let beyond = microdataAt.sorted().first(where: { $0 > quarters }) {
      return "--microdata \(beyond): the run ends at quarter \(quarters)"
    }
    guard let precision, !Model.measures.contains(where: { $0.name == precision.measure }) else { return nil }
    return "--precision \(precision.measure): there is no such measure"
  }

  var isComparison: Bool { scenarios.count > 1 }

  private var scenarios: [Scenario] { basis.scenarios.scenarios }

  /// What an experiment makes of it.
  private var plan: ExperimentPlan {
    ExperimentPlan(
      scenarios: scenarios, replications: basis.baseline.replications, precision: precision,
      observeEvery: observeEvery, microdataAt: microdataAt, detail: detail)
  }

  // MARK: - What is recorded

  var simulation: SimulationRecord {
    var simulation = basis.simulation
    simulation.precision = precision
    simulation.observeEvery = observeEvery
    simulation.microdataAt = microdataAt.sorted()
    simulation.detail = detail
    return simulation
  }

  func kind(_ simulation: SimulationRecord) -> RunRecord.Kind { .study(simulation) }

  // MARK: - What is run

  func dryRun(threads: Int, _ destination: Destination) throws -> String {
    try DryRun(
      basis: basis, threads: threads, replications: precision?.maximum ?? basis.baseline.replications,
      observeEvery: observeEvery, microdataAt: microdataAt, detail: detail, isAtMost: precision != nil,
      destination: destination
    ).report()
  }

  func run(in directory: ResultDirectory, by work: Work) throws -> Findings {
    let model = try basis.model(of: scenarios, options: work.options)
    let plan = plan
    let writer = try DatasetWriter(
      directory: directory, plan: plan, groupLevels: model.groupLevels, measures: Model.measures)
    let finished = writer.finished
    let progress = ProgressDisplay(console: work.console, isOpenEnded: precision != nil)
    defer { progress.clear() }
    var bytesPerHousehold = Double.nan
    let experiment = Experiment(engine: model, plan: plan)
    let summary = try writer.goingOn { sums in
      try experiment.run(
        after: sums, of: finished, into: writer,
        hasSettled: { bytesPerHousehold = Double($0.bytesPerHousehold) }, progress: progress.update)
    }

    var simulation = simulation
    simulation.replications = summary.replications
    simulation.consumptionScale = ScaleRecord(model.consumptionScale)
    return Findings(
      simulation: simulation, runs: (summary.replications - finished) * scenarios.count,
      bytesPerHousehold: bytesPerHousehold,
      warnings: ReachWarnings.list(summary, scenarios: scenarios)
        + ReportWarnings.list(summary, scenarios: simulation.scenarios),
      text: { isColored in
        basis.command == "stocktake"
          ? StocktakeReport(summary, isColored: isColored).text
          : HeadlineReport(summary, isColored: isColored).text
      },
      write: { record, execution throws(OutputError) in
        try writer.finish(summary, record: record, execution: execution)
      })
  }
}

extension RunOptions {
  /// Makes the results of `run`, `compare` or `stocktake`.
  func makeResults(
    _ command: String, of files: [String], _ scenarioOptions: ScenarioOptions, precision: Precision? = nil,
    makesReport: Bool = false
  ) throws {
    try output.makeResults(of: files, survey: scenarioOptions.survey, makesReport: makesReport) { console in
      let scenarios = try ScenarioSet(files: files, overrides: scenarioOptions.overrides, console: console)
      let study = Study(
        basis: try Basis(command, scenarios, SurveySource(path: scenarioOptions.survey), console), observeEvery: every,
        microdataAt: Set(microdata?.quarters ?? []), detail: detail, precision: precision)
      if let problem = study.problem { throw console.refusal(problem, .validationFailure) }
      return study
    }
  }
}

extension Study {
  /// Reads what a record holds, with other replications if the call gives them; problems are printed.
  init(_ reading: RecordReading, _ simulation: SimulationRecord, replications: Int? = nil) throws {
    let overrides = replications.map {
      ScenarioOptions.replacing(replications: $0, in: simulation.appliedOverrides)
    }
    self.init(
      basis: try reading.basis(reading.scenarios(simulation, overrides: overrides)),
      observeEvery: simulation.observeEvery,
      microdataAt: Set(simulation.microdataAt), detail: simulation.detail,
      precision: replications == nil ? simulation.precision : nil)
    if let problem { throw reading.console.refusal("the record is of a run that cannot be: \(problem)") }
  }
}
