internal import ArgumentParser
internal import Designs
internal import Experiments
internal import Foundation
internal import Households
internal import LinearAlgebra
internal import Reporting
internal import Scenarios

/// One execution of a search for the best mix, from the first replication or from where an earlier execution stopped.
struct PortfolioRun: RecordableWork {
  let study: PortfolioStudy
  let threads: Int
  var blockSize = 1024
  let console: Console
  let stopwatch: Stopwatch

  /// What came of it.
  private struct Outcome {
    let findings: PortfolioFindings
    let warnings: [Warning]
    let execution: ExecutionRecord
    let outputs: [FileDigest]
  }

  func complete(_ directory: ResultDirectory) throws {
    report(try run(into: directory, keepingProgress: true), path: directory.path)
  }

  func computeAgain(into directory: ResultDirectory) throws { _ = try run(into: directory, keepingProgress: false) }

  private func run(into directory: ResultDirectory, keepingProgress: Bool) throws -> Outcome {
    let departure = Departure(directory: directory, planned: nil, keepsProgress: keepingProgress)
    return try departure.guarding(console) {
      BLAS.useOneThread()
      try directory.begin(record(consumptionScale: [:]), execution: execution(runs: 0))
      let model = try study.model(threads: threads, blockSize: blockSize)
      let writer = try PortfolioWriter(directory: directory, mixes: study.portfolio.mixes.count)
      let counter = RunCountingSink(writer)
      let findings = try search(model, into: counter, after: writer.finished)
      let warnings =
        try reach(findings, model)
        + PortfolioWarnings.list(findings, scenarios: study.scenarios.records)
      var record = record(consumptionScale: model.consumptionScale)
      record.warnings = study.scenarios.warnings + warnings
      let made = execution(runs: counter.runs)
      let outputs = try writer.finish(findings, of: study.portfolio.portfolio, record: record) { made }
      try directory.publish()
      return Outcome(findings: findings, warnings: warnings, execution: made, outputs: outputs)
    }
  }

  // MARK: - Parts

  private func search(
    _ model: Model, into sink: any PortfolioSink, after finished: [EvaluationBatch]
  ) throws -> PortfolioFindings {
    let progress = ProgressDisplay(console: console)
    defer { progress.clear() }
    let portfolio = study.portfolio
    return try PortfolioSearch(plan: study.plan, screen: try study.screen(for: model), engine: model) {
      portfolio.scenario(of: $0)
    }
    .run(after: finished, into: sink, progress: progress.update)
  }

  private func record(consumptionScale: [SettlementType: Double]) -> RunRecord {
    let (scenarios, scenario, portfolio) = (study.scenarios, study.scenario, study.portfolio)
    return RunRecord(
      command: PortfolioStudy.command, scenarios: scenarios.records, seed: scenario.seed,
      overrides: scenarios.overrides.map(\.record), replications: portfolio.portfolio.effort.replications,
      households: scenario.population.households, quarters: scenario.quarters,
      processes: Model.processNames(of: [scenario]),
      observeEvery: scenario.quarters, microdataAt: [],
      consumptionScale: SettlementType.allCases.compactMap { type in
        consumptionScale[type].map { (settlementType: type.rawValue, value: $0) }
      },
      survey: study.survey.name, inputs: scenarios.inputs + [study.survey.input].compactMap(\.self),
      portfolio: PortfolioRecord(
        file: scenarios.designName ?? "", portfolio: portfolio.portfolio, mixes: portfolio.mixes.count,
        screening: "small population"))
  }

  private func execution(runs: Int) -> ExecutionRecord {
    ExecutionRecord(
      arguments: CommandLine.arguments, survey: study.survey.absolutePath, threads: threads, blockSize: blockSize,
      bytesPerHousehold: .nan, openBLASConfiguration: BLAS.configuration, openBLASCore: BLAS.coreName,
      operatingSystem: ProcessInfo.processInfo.operatingSystemVersionString, started: stopwatch.started,
      seconds: stopwatch.seconds,
      householdQuarters: runs * study.scenario.population.households * study.scenario.quarters)
  }

  // MARK: - What is shown

  private func report(_ outcome: Outcome, path: String) {
    console.print(
      PortfolioReport(
        outcome.findings, of: study.portfolio.portfolio, quarters: study.scenario.quarters,
        isColored: console.colorsOutput
      ).text)
    console.print("\n" + RunFooter(path: path, outputs: outcome.outputs, execution: outcome.execution).text)
    for warning in outcome.warnings { console.warn(warning) }
  }

  /// What programmes of the mix that is recommended reach nobody.
  private func reach(_ findings: PortfolioFindings, _ model: Model) throws -> [Warning] {
    try ReachRun(model: model, replications: findings.comparison.replications)
      .warnings([study.portfolio.scenario(of: findings.recommendedMix)], setting: "in the mix that is recommended")
  }
}

/// Counts the runs that this execution makes.
private final class RunCountingSink: PortfolioSink {
  private(set) var runs = 0
  private let sink: any PortfolioSink

  init(_ sink: any PortfolioSink) { self.sink = sink }

  func take(_ batch: EvaluationBatch) throws {
    try sink.take(batch)
    runs += batch.evaluations.count
  }
}
