internal import ArgumentParser

/// Options that do not change what is simulated, only what is kept of it and how it is computed.
struct RunOptions: ParsableArguments {
  @OptionGroup
  var output: OutputOptions

  /// Quarters between observations unless a call says otherwise.
  static let usualInterval = 4

  @Option(help: ArgumentHelp("Quarters between observations.", valueName: "quarters"))
  var every = RunOptions.usualInterval

  @Option(help: ArgumentHelp("Write every household at these quarters, such as 0,20,40.", valueName: "quarters"))
  var microdata: QuarterList?

  func validate() throws {
    if every < 1 { throw ValidationError("--every \(every): observations are at least 1 quarter apart") }
  }
}
