internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import Households
internal import LinearAlgebra
internal import Reporting

/// One call of `run`, `compare` or `stocktake`: from files to a directory of results.
struct Study {
  /// What is printed at the end.
  enum Presentation {
    case headlines, stocktake
  }

  let command: String
  let files: [String]
  let scenarioOptions: ScenarioOptions
  let runOptions: RunOptions
  var presentation = Presentation.headlines

  func run() throws {
    let stopwatch = Stopwatch()
    let console = Console(isQuiet: runOptions.quiet)
    BLAS.useOneThread()
    let scenarios = try ScenarioSet(files: files, overrides: scenarioOptions.overrides, console: console)
    if let problem = runOptions.problem(quarters: scenarios.baseline.quarters) {
      console.fail(problem)
      throw ExitCode.validationFailure
    }
    do {
      try run(scenarios, console: console, stopwatch: stopwatch)
    } catch let error as ModelError {
      console.fail(error.description)
      throw ExitCode.badInput
    } catch let error as OutputError {
      console.fail(error.description)
      throw ExitCode.failure
    }
  }

  private func run(_ scenarios: ScenarioSet, console: Console, stopwatch: Stopwatch) throws {
    let survey = SurveySource(path: scenarioOptions.survey)
    let households = try survey.households(console: console)
    let directory = try ResultDirectory(
      path: runOptions.out ?? FileList(files).defaultOutput, replacingResults: runOptions.force)
    let interruption = Interruption(console: console) { directory.discard() }
    defer { withExtendedLifetime(interruption) {} }
    do {
      let model = try Model(
        baseline: scenarios.baseline, survey: households,
        options: ModelOptions(threads: runOptions.threadCount, blockSize: runOptions.blockSize))
      for scenario in scenarios.scenarios.dropFirst() { try model.checkComparable(scenario) }
      let outcome = try simulate(model, scenarios, survey: survey, into: directory, console, stopwatch)
      try directory.publish()
      report(outcome, scenarios, path: directory.path, console)
    } catch let error as OutputError {
      // Complete results that could not be moved to their place are kept: the message says where.
      if case .cannotPublish = error { throw error }
      directory.discard()
      throw error
    } catch {
      directory.discard()
      throw error
    }
  }

  // MARK: - Parts

  private struct Outcome {
    let summary: ExperimentSummary
    let execution: ExecutionRecord
    let outputs: [FileDigest]
    let replications: Int
  }

  private func simulate(
    _ model: Model, _ scenarios: ScenarioSet, survey: SurveySource, into directory: ResultDirectory,
    _ console: Console, _ stopwatch: Stopwatch
  ) throws -> Outcome {
    let plan = ExperimentPlan(
      scenarios: scenarios.scenarios, replications: scenarios.baseline.replications,
      observeEvery: runOptions.every, microdataAt: Set(runOptions.microdata?.quarters ?? []))
    // Inputs are digested before the run, so that the record tells what was read.
    let inputs = try (scenarios.sources + [survey.path].compactMap(\.self)).map(FileDigest.init(path:))
    let writer = try DatasetWriter(
      directory: directory, groupLevels: model.groupLevels, measures: Model.measures,
      programmeNames: plan.programmeNames, comparison: plan.isComparison, microdata: !plan.microdataAt.isEmpty)

    let progress = ProgressDisplay(console: console)
    defer { progress.clear() }
    var simulatedHouseholds = 0
    var bytesPerHousehold = 0.0
    let summary = try Experiment(engine: model, plan: plan).run(
      into: writer,
      hasSettled: { population in
        simulatedHouseholds = population.households
        bytesPerHousehold = Double(population.bytesPerHousehold)
      },
      progress: progress.update)

    let record = RunRecord(
      command: command, scenarios: scenarios.records, seed: scenarios.baseline.seed, replications: plan.replications,
      households: simulatedHouseholds, quarters: plan.quarters, processes: Model.processNames,
      observeEvery: plan.observeEvery, microdataAt: plan.microdataAt.sorted(),
      consumptionScale: SettlementType.allCases.compactMap { type in
        model.consumptionScale[type].map { (settlementType: type.rawValue, value: $0) }
      },
      survey: survey.name, inputs: inputs)
    var execution: ExecutionRecord?
    let outputs = try writer.finish(summary, record: record) {
      let made = executionRecord(
        stopwatch, bytesPerHousehold: bytesPerHousehold,
        householdQuarters: simulatedHouseholds * plan.quarters * plan.scenarios.count * plan.replications)
      execution = made
      return made
    }
    guard let execution else { preconditionFailure("a finished dataset has recorded its execution") }
    return Outcome(summary: summary, execution: execution, outputs: outputs, replications: plan.replications)
  }

  private func executionRecord(
    _ stopwatch: Stopwatch, bytesPerHousehold: Double, householdQuarters: Int
  ) -> ExecutionRecord {
    ExecutionRecord(
      arguments: CommandLine.arguments, threads: runOptions.threadCount, blockSize: runOptions.blockSize,
      bytesPerHousehold: bytesPerHousehold, openBLASConfiguration: BLAS.configuration, openBLASCore: BLAS.coreName,
      operatingSystem: ProcessInfo.processInfo.operatingSystemVersionString, started: stopwatch.started,
      seconds: stopwatch.seconds, householdQuarters: householdQuarters)
  }

  private func report(_ outcome: Outcome, _ scenarios: ScenarioSet, path: String, _ console: Console) {
    console.print(text(outcome, isColored: console.colorsOutput))
    console.print("\n" + RunFooter(path: path, outputs: outcome.outputs, execution: outcome.execution).text)
    let warnings = ReportWarnings.list(
      outcome.summary, replications: outcome.replications, scenarios: scenarios.records)
    for warning in warnings { console.warn(warning) }
  }

  private func text(_ outcome: Outcome, isColored: Bool) -> String {
    let (summary, replications) = (outcome.summary, outcome.replications)
    return switch presentation {
    case .headlines: HeadlineReport(summary, replications: replications, isColored: isColored).text
    case .stocktake: StocktakeReport(summary, replications: replications, isColored: isColored).text
    }
  }
}
