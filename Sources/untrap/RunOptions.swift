internal import ArgumentParser
internal import Experiments

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

  @Option(
    help: """
      How far groups of households are told of: population (at the start and the end of a run) or groups (at every \
      observed quarter and in each replication, which takes several times the space).
      """, completion: .list(Detail.allCases.map(\.rawValue)), transform: Self.detail)
  var detail = Detail.population

  private static func detail(_ name: String) throws -> Detail {
    guard let detail = Detail(rawValue: name) else {
      throw ValidationError("give \(Detail.allCases.map(\.rawValue).joined(separator: " or "))")
    }
    return detail
  }

  func validate() throws {
    if every < 1 { throw ValidationError("--every \(every): observations are at least 1 quarter apart") }
  }
}
