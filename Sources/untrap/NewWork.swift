internal import ArgumentParser
internal import Households
internal import Pages
internal import Reporting

/// A call that makes results: from files to a directory.
struct NewWork {
  let options: OutputOptions
  let destination: Destination
  /// Whether a page of the results is made, beside them.
  var makesReport = false

  /// Reads a workload and runs it, or tells what would be run.
  func run(_ load: (Console) throws -> any Workload) throws {
    let stopwatch = Stopwatch()
    let console = Console(isQuiet: options.quiet)
    let workload = try load(console)
    let page = PageFile(
      path: PageFile.path(besides: destination.path), replacesEarlier: options.force, console: console)
    if makesReport { try page.checkPlace() }
    let drawing = try makesReport ? page.drawing() : nil
    guard !options.dryRun else { return try describe(workload, console) }
    let directory = try destination.begin(console)
    try Work(
      workload: workload, options: ModelOptions(threads: options.threadCount, blockSize: options.blockSize),
      console: console,
      stopwatch: stopwatch
    ).complete(directory)
    if let drawing { try page.write([destination.path], drawing: drawing) }
  }

  private func describe(_ workload: any Workload, _ console: Console) throws {
    console.print(
      try console.interruptible("nothing was measured") {
        try console.reportingModel { try workload.dryRun(threads: options.threadCount, destination) }
      })
  }
}
