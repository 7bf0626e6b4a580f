internal import Reporting

/// Where a call puts its results: what a dry run promises of it is what the call itself keeps to.
struct Destination {
  let path: String
  /// Whether earlier results there, finished or not, may be replaced.
  let replacesEarlier: Bool
  /// Files and directories that are read, and must not be among what is replaced.
  let sources: [String]

  /// Why the call would not put results there; nothing is changed.
  var obstacle: OutputError? {
    ResultDirectory.obstacle(at: path, replacingResults: replacesEarlier, keeping: sources)
  }

  /// Begins the results; why that is not possible is printed.
  func begin(_ console: Console) throws -> ResultDirectory {
    try console.reporting {
      try ResultDirectory(
        path: path, replacingResults: replacesEarlier, discardingUnfinished: replacesEarlier, keeping: sources)
    }
  }
}
