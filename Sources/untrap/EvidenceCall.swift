internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import Households
internal import Notation
internal import Reporting
internal import Scenarios

/// A call of `evidence`: from three scenarios to a table.
struct EvidenceCall {
  let command: EvidenceCommand
  let console: Console

  func run() throws {
    let file = command.out.map {
      PlacedFile(path: $0, earlier: command.force ? .replaced(by: EvidenceFile.isEvidence) : .none)
    }
    if let file { try console.placing(file.path) { () throws(PlacedFile.Refusal) in try file.check() } }
    let basis = try basis()
    let findings = try findings(basis)
    let subject =
      "\(ReadableNumber.count(command.replications, "replication")) of "
      + "\(ReadableNumber.text(basis.baseline.population.households)) households from \(basis.survey.name)"
    console.print(EvidenceReport(findings, subject: subject, isColored: console.colorsOutput).text)
    guard let file else { return }
    let contents = EvidenceFile.contents(of: findings)
    try console.placing(file.path) { () throws(PlacedFile.Refusal) in try file.write(contents) }
    console.print("\nTable: \(Console.visible(line: file.path))\n")
  }

  /// The three scenarios and their households; problems are printed.
  private func basis() throws -> Basis {
    let folder = URL(fileURLWithPath: command.directory, isDirectory: true).relativePath
    let scenarios = try ScenarioSet(
      files: ["baseline", "push", "cash"].map { "\(folder)/\($0).yaml" }, overrides: overrides, console: console)
    let basis = try Basis("evidence", scenarios, SurveySource(path: command.survey), console)
    for scenario in scenarios.scenarios where scenario.quarters < EvidenceScenarios.quarters {
      throw console.refusal(
        "'\(scenario.name)' lasts \(scenario.quarters) quarters; figures are taken from \(EvidenceScenarios.quarters)",
        .badInput)
    }
    return basis
  }

  private var overrides: [ScenarioOverride] {
    command.set.map(ScenarioOverride.init(set:)) + [
      ScenarioOverride(option: "--households", path: "population.households", value: "\(command.households)")
    ]
  }

  private func findings(_ basis: Basis) throws -> EvidenceFindings {
    let scenarios = basis.scenarios.scenarios
    let study = EvidenceStudy(
      EvidenceScenarios(baseline: scenarios[0], push: scenarios[1], cash: scenarios[2]), survey: basis.households,
      replications: command.replications)
    let progress = ProgressDisplay(console: console)
    defer { progress.clear() }
    return try console.interruptible("nothing was held against the evidence") {
      try console.reportingModel {
        try study.run(
          theories, options: ModelOptions(threads: command.threads ?? ProcessInfo.processInfo.activeProcessorCount),
          progress: progress.update)
      }
    }
  }

  /// The theories that the call names, each once; all without any.
  private var theories: [Regime] { command.regime.isEmpty ? Regime.allCases : command.regime.firstAppearances }
}
