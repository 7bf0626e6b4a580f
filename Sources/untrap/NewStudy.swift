internal import ArgumentParser
internal import Experiments
internal import Households
internal import Pages
internal import Reporting

/// A call of `run`, `compare` or `stocktake`: from files to a directory of results.
struct NewStudy {
  let command: String
  let files: [String]
  let scenarioOptions: ScenarioOptions
  let runOptions: RunOptions
  var precision: Precision?
  var makesReport = false

  func run() throws {
    let stopwatch = Stopwatch()
    let console = Console(isQuiet: runOptions.output.quiet)
    let study = try Study(
      command: command, files: files, scenarioOptions: scenarioOptions, runOptions: runOptions, precision: precision,
      console: console)
    let destination = runOptions.output.destination(of: files, survey: scenarioOptions.survey)
    let page = PageFile(
      path: PageFile.path(besides: destination.path), replacesEarlier: runOptions.output.force, console: console)
    var drawing: Drawing?
    if makesReport {
      try page.checkPlace()
      drawing = try page.drawing()
    }
    guard !runOptions.output.dryRun else { return try describe(study, destination, console) }
    let directory = try destination.begin(console)
    try StudyRun(
      study: study, threads: runOptions.output.threadCount, blockSize: runOptions.output.blockSize, console: console,
      stopwatch: stopwatch
    ).complete(directory)
    if let drawing { try page.write([destination.path], drawing: drawing) }
  }

  /// Prints what would be run.
  private func describe(_ study: Study, _ destination: Destination, _ console: Console) throws {
    let dryRun = DryRun(
      scenarios: study.scenarios, survey: study.households, threads: runOptions.output.threadCount,
      replications: precision?.maximum ?? study.scenarios.baseline.replications, observeEvery: study.observeEvery,
      microdataAt: Set(study.microdataAt), isAtMost: precision != nil, destination: destination.path,
      obstacle: destination.obstacle)
    console.print(
      try console.interruptible("nothing was measured") { try console.reportingModel { try dryRun.report() } })
  }
}
