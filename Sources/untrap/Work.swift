internal import ArgumentParser
internal import Foundation
internal import Households
internal import LinearAlgebra
internal import Notation
internal import Reporting

/// One execution of a workload, from its beginning or from where an earlier execution stopped.
struct Work {
  let workload: any Workload
  let options: ModelOptions
  let console: Console
  let stopwatch: Stopwatch

  /// Runs what is left to run and publishes the results, then shows them; what has been finished is kept, where it can be,
  /// when it is stopped or fails.
  func complete(_ directory: ResultDirectory) throws {
    let done = try run(into: directory, keepingProgress: workload.isResumable)
    console.print(done.findings.text(console.colorsOutput))
    console.print("\n" + RunFooter(path: directory.path, outputs: done.outputs, execution: done.execution).text)
    for warning in done.findings.warnings.firstAppearances { console.warn(warning) }
  }

  /// Runs everything and publishes the results without showing them.
  func computeAgain(into directory: ResultDirectory) throws { _ = try run(into: directory, keepingProgress: false) }

  /// Writes down what is being run, so that it can be resumed.
  func begin(_ directory: ResultDirectory) throws(OutputError) {
    try directory.begin(record(workload.simulation), execution: execution(runs: 0))
  }

  private func run(
    into directory: ResultDirectory, keepingProgress: Bool
  ) throws -> (findings: Findings, execution: ExecutionRecord, outputs: [FileDigest]) {
    let departure = Departure(
      directory: directory, planned: record(workload.simulation).planned, keepsProgress: keepingProgress)
    return try departure.guarding(console) {
      BLAS.useOneThread()
      // Making the model may take long, and is part of what can be resumed.
      if workload.isResumable { try begin(directory) }
      let findings = try workload.run(in: directory, by: self)
      var record = record(findings.simulation)
      record.warnings = (workload.basis.scenarios.warnings + findings.warnings).firstAppearances
      let outputs = try findings.write(record) {
        record.execution = execution(runs: findings.runs, bytesPerHousehold: findings.bytesPerHousehold)
        return record.execution
      }
      try directory.publish()
      return (findings, record.execution, outputs)
    }
  }

  private func record(_ simulation: SimulationRecord) -> RunRecord {
    RunRecord(command: workload.basis.command, kind: workload.kind(simulation), inputs: workload.basis.inputs)
  }

  private func execution(runs: Int, bytesPerHousehold: Double = .nan) -> ExecutionRecord {
    let baseline = workload.basis.baseline
    return ExecutionRecord(
      arguments: CommandLine.arguments, survey: workload.basis.survey.absolutePath, threads: options.threads,
      blockSize: options.blockSize, bytesPerHousehold: bytesPerHousehold, openBLASConfiguration: BLAS.configuration,
      openBLASCore: BLAS.coreName, operatingSystem: ProcessInfo.processInfo.operatingSystemVersionString,
      started: stopwatch.started, seconds: stopwatch.seconds,
      householdQuarters: runs * baseline.population.households * baseline.quarters)
  }
}

extension Work {
  /// The work that a record tells of, whichever command made it; problems are printed.
  init(_ record: RunRecord, options: RecordOptions, console: Console, stopwatch: Stopwatch) throws {
    let reading = RecordReading(record: record, survey: options.survey, console: console)
    let workload: any Workload =
      switch record.kind {
      case .study(let simulation): try Study(reading, simulation)
      case .sweep(let simulation, let design): try SweepStudy(reading, simulation, design)
      case .search(let simulation, let portfolio): try PortfolioStudy(reading, simulation, portfolio)
      case .traps(let simulation, let traps): try TrapsStudy(reading, simulation, traps)
      case .measurement:
        throw console.refusal("these are results of untrap measure, which simulates nothing; call it again")
      }
    self.init(
      workload: workload, options: ModelOptions(threads: options.threadCount), console: console, stopwatch: stopwatch)
  }
}
