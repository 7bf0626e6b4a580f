internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import Households
internal import Reporting
internal import Scenarios

/// What commands that run a design are called with.
struct DesignCall: ParsableArguments {
  @Argument(help: ArgumentHelp("Design file.", valueName: "design"), completion: .scenarioFiles)
  var design: String

  @OptionGroup(title: "Scenario options")
  var scenarioOptions: ScenarioOptions

  @OptionGroup(title: "Run options")
  var outputOptions: OutputOptions

  /// Runs the design for a command.
  func run(_ purpose: DesignPurpose) throws {
    let stopwatch = Stopwatch()
    let console = Console(isQuiet: outputOptions.quiet)
    let study = try SweepStudy(purpose, file: design, scenarioOptions: scenarioOptions, console: console)
    let path = outputOptions.out ?? FileList([design]).defaultOutput
    guard !outputOptions.dryRun else { return try describe(study, path: path, console) }
    let directory = try console.reporting { () throws(OutputError) in
      try ResultDirectory(path: path, replacingResults: outputOptions.force, discardingUnfinished: outputOptions.force)
    }
    try SweepRun(
      study: study, threads: outputOptions.threadCount, blockSize: outputOptions.blockSize, console: console,
      stopwatch: stopwatch
    ).complete(directory)
  }

  /// Prints what would be run.
  private func describe(_ study: SweepStudy, path: String, _ console: Console) throws {
    let plan = study.plan
    let dryRun = DryRun(
      scenarios: study.scenarios, survey: study.households,
      threads: outputOptions.threadCount, replications: plan.replications, observeEvery: study.baseline.quarters,
      designPoints: plan.points, solvedScales: try study.solvedScales, destination: path,
      obstacle: ResultDirectory.obstacle(at: path, replacingResults: outputOptions.force))
    console.print(
      try console.interruptible("nothing was measured") { try console.reportingModel { try dryRun.report() } })
  }
}
