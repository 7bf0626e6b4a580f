internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import Households
internal import LinearAlgebra
internal import Reporting

/// One execution of a study, from the first replication or from where an earlier execution stopped.
struct StudyRun: RecordableWork {
  let study: Study
  let threads: Int
  var blockSize = 1024
  let console: Console
  let stopwatch: Stopwatch

  /// What came of it.
  struct Outcome {
    let summary: ExperimentSummary
    let execution: ExecutionRecord
    let outputs: [FileDigest]
    let replications: Int
    /// What was found to be doubtful, beside what was known before the run.
    let warnings: [Warning]
  }

  /// Runs what is left to run and publishes the results, then shows them.
  func complete(_ directory: ResultDirectory) throws {
    let outcome = try run(into: directory, keepingProgress: true)
    report(outcome, path: directory.path)
  }

  /// Runs everything and publishes the results without showing them.
  func computeAgain(into directory: ResultDirectory) throws { _ = try run(into: directory, keepingProgress: false) }

  /// Runs what is left to run and publishes the results; what has been finished is kept, if it is to be, when the run is
  /// stopped or fails.
  func run(into directory: ResultDirectory, keepingProgress: Bool) throws -> Outcome {
    let planned = study.precision == nil ? study.scenarios.baseline.replications : nil
    let departure = Departure(directory: directory, planned: planned, keepsProgress: keepingProgress)
    return try departure.guarding(console) {
      BLAS.useOneThread()
      // Making the model may take long, and is part of what can be resumed.
      try begin(directory)
      let model = try Model(
        baseline: study.scenarios.baseline, survey: study.households,
        options: ModelOptions(threads: threads, blockSize: blockSize))
      for scenario in study.scenarios.scenarios.dropFirst() { try model.checkComparable(scenario) }
      let outcome = try simulate(model, into: directory)
      try directory.publish()
      return outcome
    }
  }

  /// Writes down what is being run, so that it can be resumed.
  func begin(_ directory: ResultDirectory) throws(OutputError) {
    try directory.begin(
      record(consumptionScale: [:]), execution: execution(bytesPerHousehold: .nan, householdQuarters: 0))
  }

  // MARK: - Parts

  private func simulate(_ model: Model, into directory: ResultDirectory) throws -> Outcome {
    let plan = study.plan
    let writer = try DatasetWriter(
      directory: directory, groupLevels: model.groupLevels, measures: Model.measures,
      programmeNames: plan.programmeNames, comparison: plan.isComparison, microdata: !plan.microdataAt.isEmpty,
      limit: plan.precision?.maximum ?? plan.replications)
    var record = record(consumptionScale: model.consumptionScale)
    let progress = ProgressDisplay(console: console, isOpenEnded: plan.precision != nil)
    defer { progress.clear() }
    var bytesPerHousehold = Double.nan
    let finished = writer.finishedReplications(of: plan)
    let summary = try Experiment(engine: model, plan: plan).run(
      after: finished, into: writer,
      hasSettled: { bytesPerHousehold = Double($0.bytesPerHousehold) }, progress: progress.update)

    record.replications = summary.replications
    let warnings = warnings(summary)
    record.warnings = study.scenarios.warnings + warnings
    let replicationsNow = record.replications - (finished?.count ?? 0)
    var execution: ExecutionRecord?
    let outputs = try writer.finish(summary, record: record) {
      let made = self.execution(
        bytesPerHousehold: bytesPerHousehold,
        householdQuarters: record.households * plan.quarters * plan.scenarios.count * replicationsNow)
      execution = made
      return made
    }
    guard let execution else { preconditionFailure("a finished dataset has recorded its execution") }
    return Outcome(
      summary: summary, execution: execution, outputs: outputs, replications: record.replications, warnings: warnings)
  }

  private func record(consumptionScale: [SettlementType: Double]) -> RunRecord {
    // Not from the plan: scenarios that cannot be compared have none.
    let baseline = study.scenarios.baseline
    return RunRecord(
      command: study.command, scenarios: study.scenarios.records, seed: baseline.seed,
      overrides: study.scenarios.overrides.map(\.record), replications: baseline.replications,
      precision: study.precision, households: baseline.population.households, quarters: baseline.quarters,
      processes: Model.processNames(of: study.scenarios.scenarios), observeEvery: study.observeEvery,
      microdataAt: Set(study.microdataAt).sorted(),
      consumptionScale: SettlementType.allCases.compactMap { type in
        consumptionScale[type].map { (settlementType: type.rawValue, value: $0) }
      },
      survey: study.survey.name, inputs: study.scenarios.inputs + [study.survey.input].compactMap(\.self))
  }

  private func execution(bytesPerHousehold: Double, householdQuarters: Int) -> ExecutionRecord {
    ExecutionRecord(
      arguments: CommandLine.arguments, survey: study.survey.absolutePath, threads: threads, blockSize: blockSize,
      bytesPerHousehold: bytesPerHousehold, openBLASConfiguration: BLAS.configuration, openBLASCore: BLAS.coreName,
      operatingSystem: ProcessInfo.processInfo.operatingSystemVersionString, started: stopwatch.started,
      seconds: stopwatch.seconds, householdQuarters: householdQuarters)
  }

  // MARK: - What is shown

  private func report(_ outcome: Outcome, path: String) {
    console.print(text(outcome, isColored: console.colorsOutput))
    console.print("\n" + RunFooter(path: path, outputs: outcome.outputs, execution: outcome.execution).text)
    for warning in outcome.warnings { console.warn(warning) }
  }

  private func warnings(_ summary: ExperimentSummary) -> [Warning] {
    ReachWarnings.list(summary, scenarios: study.scenarios.scenarios)
      + ReportWarnings.list(summary, replications: summary.replications, scenarios: study.scenarios.records)
  }

  private func text(_ outcome: Outcome, isColored: Bool) -> String {
    let (summary, replications) = (outcome.summary, outcome.replications)
    return switch Presentation(command: study.command) {
    case .stocktake: StocktakeReport(summary, replications: replications, isColored: isColored).text
    default: HeadlineReport(summary, replications: replications, isColored: isColored).text
    }
  }
}
