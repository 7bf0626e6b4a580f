internal import Households
internal import Reporting

extension OutputOptions {
  /// Reads a workload from some files and makes its results, or tells what would be made.
  ///
  /// They go, unless the call names a directory, into one named after the files with an ending, and replace none of the
  /// files and not the survey. A report is made beside them.
  func makeResults(
    of files: [String], ending: String = "", survey: String?, makesReport: Bool = false,
    reading: (Console) throws -> any Workload
  ) throws {
    let stopwatch = Stopwatch()
    let console = Console(isQuiet: quiet)
    let workload = try reading(console)
    let destination = Destination(
      path: out ?? FileList(files).defaultOutput + ending, replacesEarlier: force,
      sources: files + [survey].compactMap(\.self))
    let page = PageFile(path: PageFile.path(besides: destination.path), replacesEarlier: force, console: console)
    if makesReport { try page.checkPlace() }
    let drawing = try makesReport ? page.drawing() : nil
    guard !dryRun else {
      return console.print(
        try console.interruptible("nothing was measured") {
          try console.reportingModel { try workload.dryRun(threads: threadCount, destination) }
        })
    }
    let directory = try destination.begin(console)
    try Work(
      workload: workload, options: ModelOptions(threads: threadCount, blockSize: blockSize), console: console,
      stopwatch: stopwatch
    ).complete(directory)
    if let drawing { try page.write([destination.path], drawing: drawing) }
  }
}
