internal import ArgumentParser
internal import Foundation

/// What commands that compute from a record are called with.
struct RecordOptions: ParsableArguments {
  @Option(help: "Threads; results do not depend on it (default: all processors).")
  var threads: Int?

  @Option(
    help: ArgumentHelp("The survey of the results, where it is not where it was.", valueName: "file"),
    completion: .tables)
  var survey: String?

  @Flag(help: "Print errors only.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): use 1 to 1024 threads")
    }
  }

  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}
