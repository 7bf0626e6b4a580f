internal import ArgumentParser
internal import Foundation

/// Options that do not change what is simulated, only what is kept of it and how it is computed.
struct RunOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Directory of the results (default: notebooks-output/<name>).", valueName: "directory"))
  var out: String?

  @Option(help: ArgumentHelp("Quarters between observations.", valueName: "quarters"))
  var every = 4

  @Option(help: ArgumentHelp("Write every household at these quarters, such as 0,20,40.", valueName: "quarters"))
  var microdata: QuarterList?

  @Option(help: "Threads; results do not depend on it (default: all processors).")
  var threads: Int?

  @Option(help: ArgumentHelp("Households per block; results do not depend on it.", visibility: .hidden))
  var blockSize = 1024

  @Flag(help: "Replace earlier results.")
  var force = false

  @Flag(help: "Print errors only.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): use 1 to 1024 threads")
    }
    if every < 1 { throw ValidationError("--every \(every): observations are at least 1 quarter apart") }
    if blockSize < 1 { throw ValidationError("--block-size \(blockSize): a block has at least 1 household") }
    if let out, out.isEmpty { throw ValidationError("--out: name a directory") }
  }

  /// Threads to use.
  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// What does not fit the length of the run; nil where all fits.
  func problem(quarters: Int) -> String? {
    guard let beyond = microdata?.quarters.first(where: { $0 > quarters }) else { return nil }
    return "--microdata \(beyond): the run ends at quarter \(quarters)"
  }
}
