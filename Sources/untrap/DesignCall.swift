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
    let destination = outputOptions.destination(of: [design], survey: scenarioOptions.survey)
    guard !outputOptions.dryRun else { return try describe(study, destination, console) }
    let directory = try destination.begin(console)
    try SweepRun(
      study: study, threads: outputOptions.threadCount, blockSize: outputOptions.blockSize, console: console,
      stopwatch: stopwatch
    ).complete(directory)
  }

  /// Prints what would be run.
  private func describe(_ study: SweepStudy, _ destination: Destination, _ console: Console) throws {
    let plan = study.plan
    let dryRun = DryRun(
      scenarios: study.scenarios, survey: study.households,
      threads: outputOptions.threadCount, replications: plan.replications, observeEvery: study.baseline.quarters,
      designPoints: plan.points, solvedScales: try study.solvedScales,
      destination: destination.path, obstacle: destination.obstacle)
    console.print(
      try console.interruptible("nothing was measured") { try console.reportingModel { try dryRun.report() } })
  }
}
