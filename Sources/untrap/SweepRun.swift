internal import ArgumentParser
internal import Designs
internal import Experiments
internal import Foundation
internal import Households
internal import LinearAlgebra
internal import Reporting
internal import Scenarios

/// One execution of a sweep or a sensitivity analysis, from the first point or from where an earlier execution stopped.
struct SweepRun: RecordableWork {
  let study: SweepStudy
  let threads: Int
  var blockSize = 1024
  let console: Console
  let stopwatch: Stopwatch

  /// What came of it.
  private struct Outcome {
    let results: SweepResults
    let warnings: [Warning]
    let execution: ExecutionRecord
    let outputs: [FileDigest]
  }

  func complete(_ directory: ResultDirectory) throws {
    report(try run(into: directory, keepingProgress: true), path: directory.path)
  }

  func computeAgain(into directory: ResultDirectory) throws { _ = try run(into: directory, keepingProgress: false) }

  private func run(into directory: ResultDirectory, keepingProgress: Bool) throws -> Outcome {
    let plan = study.plan
    let departure = Departure(
      directory: directory, unit: "points", planned: plan.points, keepsProgress: keepingProgress)
    return try departure.guarding(console) {
      BLAS.useOneThread()
      let households = study.baseline.population.households
      var record = record(plan, households: households)
      try directory.begin(record, execution: execution(householdQuarters: 0))
      let models = PointModels(design: study.design, survey: study.households, blockSize: blockSize)
      try models.check()
      let writer = try SweepWriter(
        directory: directory, plan: plan, points: study.design.points, units: study.design.units)
      let pointsNow = plan.points - writer.committed
      try sweep(plan, models, into: writer)
      guard writer.outcomes.pointsLeftOut.count < plan.points else {
        directory.discard()
        console.fail("no point of the design can be run; \(models.refusal(of: 0) ?? "")")
        throw ExitCode.badInput
      }
      let results = SweepResults(
        design: study.design.design, points: study.design.points, outcomes: writer.outcomes,
        seed: study.baseline.seed)
      // An earlier execution may have met it: it is asked for again, so that the record does not depend on that.
      let refusal = writer.outcomes.pointsLeftOut.first.flatMap(models.refusal)
      let warnings =
        try writer.reachWarnings() + SweepWarnings.list(results, assumed: study.assumedVariables, refusal: refusal)
      record.warnings = study.scenarios.warnings + warnings
      let runs = pointsNow * plan.scenarioNames.count * plan.replications
      let made = execution(householdQuarters: households * study.baseline.quarters * runs)
      let outputs = try writer.finish(results, record: record) { made }
      try directory.publish()
      return Outcome(results: results, warnings: warnings, execution: made, outputs: outputs)
    }
  }

  // MARK: - Parts

  private func sweep(_ plan: SweepPlan, _ models: PointModels, into writer: SweepWriter) throws {
    let progress = ProgressDisplay(console: console)
    defer { progress.clear() }
    try Sweep(plan: plan, threads: threads) { point, threads in try models.point(point, threads: threads) }
      .run(after: writer.committed, into: writer, progress: progress.update)
  }

  private func record(_ plan: SweepPlan, households: Int) -> RunRecord {
    let scenarios = study.scenarios
    let design = study.design
    let given = study.baseline.population.consumptionScale
    return RunRecord(
      command: study.command,
      design: DesignRecord(
        file: scenarios.designName ?? "", design: design.design, points: plan.points,
        bases: design.bases.map(\.rawValue), units: design.units),
      scenarios: scenarios.records, seed: study.baseline.seed, overrides: scenarios.overrides.map(\.record),
      replications: plan.replications, households: households, quarters: study.baseline.quarters,
      processes: Model.processNames(of: scenarios.scenarios), observeEvery: study.baseline.quarters, microdataAt: [],
      // A scale that is solved differs from point to point.
      consumptionScale: SettlementType.allCases.compactMap { type in
        given[type].map { (settlementType: type.rawValue, value: $0) }
      },
      survey: study.survey.name, inputs: scenarios.inputs + [study.survey.input].compactMap(\.self))
  }

  private func execution(householdQuarters: Int) -> ExecutionRecord {
    ExecutionRecord(
      arguments: CommandLine.arguments, survey: study.survey.absolutePath, threads: threads, blockSize: blockSize,
      bytesPerHousehold: .nan, openBLASConfiguration: BLAS.configuration, openBLASCore: BLAS.coreName,
      operatingSystem: ProcessInfo.processInfo.operatingSystemVersionString, started: stopwatch.started,
      seconds: stopwatch.seconds, householdQuarters: householdQuarters)
  }

  // MARK: - What is shown

  private func report(_ outcome: Outcome, path: String) {
    let isColored = console.colorsOutput
    let isAnalysis = study.design.design.method.isSensitivityAnalysis
    console.print(
      isAnalysis
        ? SensitivityReport(outcome.results, isColored: isColored).text
        : SweepReport(outcome.results, isColored: isColored).text)
    console.print("\n" + RunFooter(path: path, outputs: outcome.outputs, execution: outcome.execution).text)
    for warning in outcome.warnings { console.warn(warning) }
  }
}
