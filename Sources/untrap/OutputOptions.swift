internal import ArgumentParser
internal import Foundation

/// Options that tell where results go and how they are computed.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Directory of the results (default: notebooks-output/<name>).", valueName: "directory"),
    completion: .directory)
  var out: String?

  @Option(help: "Threads; results do not depend on it (default: all processors).")
  var threads: Int?

  @Option(help: ArgumentHelp("Households per block; results do not depend on it.", visibility: .hidden))
  var blockSize = 1024

  @Flag(help: "Tell what would be run, with expected time and memory; run and write nothing.")
  var dryRun = false

  @Flag(help: "Replace earlier results.")
  var force = false

  @Flag(help: "Print errors only.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): use 1 to 1024 threads")
    }
    if blockSize < 1 { throw ValidationError("--block-size \(blockSize): a block has at least 1 household") }
    if let out, out.isEmpty { throw ValidationError("--out: name a directory") }
  }

  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}
