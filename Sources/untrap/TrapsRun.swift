internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import Households
internal import LinearAlgebra
internal import Reporting

/// One execution of an analysis of traps.
struct TrapsRun: RecordableWork {
  let study: TrapsStudy
  let threads: Int
  var blockSize = 1024
  let console: Console
  let stopwatch: Stopwatch

  /// What came of it.
  private struct Outcome {
    let traps: TrapStudy
    let warnings: [Warning]
    let execution: ExecutionRecord
    let outputs: [FileDigest]
  }

  func complete(_ directory: ResultDirectory) throws {
    let outcome = try run(into: directory)
    let report = TrapsReport(outcome.traps, basis: study.basis, isColored: console.colorsOutput)
    console.print(report.text)
    console.print("\n" + RunFooter(path: directory.path, outputs: outcome.outputs, execution: outcome.execution).text)
    for warning in outcome.warnings { console.warn(warning) }
  }

  func computeAgain(into directory: ResultDirectory) throws { _ = try run(into: directory) }

  private func run(into directory: ResultDirectory) throws -> Outcome {
    try Departure(directory: directory, planned: nil, keepsProgress: false).guarding(console) {
      BLAS.useOneThread()
      let (evidence, reach) = try evidence()
      let traps: TrapStudy
      do throws(TrapProblem) {
        traps = try TrapStudy(evidence)
      } catch {
        console.fail(error.description)
        directory.discard()
        throw ExitCode.failure
      }
      let warnings = reach + TrapsWarnings.list(traps, scenarios: study.scenarios.records)
      var record = record
      record.warnings = study.scenarios.warnings + warnings
      let made = execution
      let outputs = try TrapsWriter.write(traps, into: directory, record: record) { made }
      try directory.publish()
      return Outcome(traps: traps, warnings: warnings, execution: made, outputs: outputs)
    }
  }

  // MARK: - What the chains are made of

  /// The evidence, and what the run that it is from warns of.
  private func evidence() throws -> ([DependencyEvidence], [Warning]) {
    if let directory = study.directory, case .results(let moves) = study.source {
      return (
        try DependencyEvidence.read(directory: directory, recorded: moves, replications: study.replications),
        study.sourceWarnings
      )
    }
    let scenarios = study.runScenarios
    let model = try Model(
      baseline: scenarios[0], survey: study.households, options: ModelOptions(threads: threads, blockSize: blockSize))
    for scenario in scenarios.dropFirst() { try model.checkComparable(scenario) }
    switch study.source {
    case .run, .results: return try moves(model, scenarios)
    case .profile(let name):
      let group = ProfileGroup(rawValue: name) ?? .typical
      return (circumstances(model, scenarios) { $0.members(of: group) }, try reach(model, scenarios))
    case .household(let household):
      return (circumstances(model, scenarios) { _ in [household] }, try reach(model, scenarios))
    }
  }

  private func moves(_ model: Model, _ scenarios: [Scenario]) throws -> ([DependencyEvidence], [Warning]) {
    let plan = ExperimentPlan(
      scenarios: scenarios, replications: study.replications, observeEvery: scenarios[0].quarters)
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
    try ReachRun(model: model, replications: study.replications).warnings(scenarios)
  }

  /// The circumstances of some households at the start and at the end of each year, in every scenario.
  private func circumstances(
    _ model: Model, _ scenarios: [Scenario], of members: (Population) -> [Int]
  ) -> [DependencyEvidence] {
    var found = scenarios.map { _ in [Circumstances]() }
    for replication in 1...study.replications {
      let settled = model.settled(replication: replication)
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
    return zip(scenarios, found).map { scenario, circumstances in
      DependencyEvidence(
        scenarioName: scenario.name,
        content: .circumstances(circumstances, TransitionKernel(scenario.parameters.dependency)))
    }
  }

  // MARK: - What is recorded

  private var record: RunRecord {
    let baseline = study.scenarios.baseline
    var record = RunRecord(
      command: "traps", scenarios: study.scenarios.records, seed: baseline.seed,
      overrides: study.scenarios.overrides.map(\.record), replications: study.replications,
      households: baseline.population.households, quarters: baseline.quarters,
      processes: Model.processNames(of: study.scenarios.scenarios), observeEvery: baseline.quarters, microdataAt: [],
      consumptionScale: [], survey: study.survey.name,
      inputs: study.scenarios.inputs + [study.survey.input].compactMap(\.self))
    record.traps = TrapsRecord(source: study.source)
    return record
  }

  private var execution: ExecutionRecord {
    let quarters = study.scenarios.baseline.population.households * study.scenarios.baseline.quarters
    let runs = study.directory == nil ? study.replications * study.runScenarios.count : 0
    return ExecutionRecord(
      arguments: CommandLine.arguments, survey: study.survey.absolutePath, threads: threads, blockSize: blockSize,
      bytesPerHousehold: .nan, openBLASConfiguration: BLAS.configuration, openBLASCore: BLAS.coreName,
      operatingSystem: ProcessInfo.processInfo.operatingSystemVersionString, started: stopwatch.started,
      seconds: stopwatch.seconds, householdQuarters: quarters * runs)
  }
}
