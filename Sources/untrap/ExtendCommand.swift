internal import ArgumentParser
internal import Reporting

/// `untrap extend`: more replications of finished results.
struct ExtendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend",
    abstract: "Adds replications to results without changing the earlier ones.",
    discussion: """
      The results are those of a new run with so many replications, byte for byte. The earlier ones stay in their place \
      until the new ones are complete.

      Examples:
        untrap extend notebooks-output/kasur-baseline-vs-kasur-mawakhat --replications 200
      """)

  @Argument(help: ArgumentHelp("Directory of the results.", valueName: "directory"), completion: .directory)
  var directory: String

  @Option(help: "Replications of each scenario, the earlier ones included.")
  var replications: Int

  @OptionGroup(title: "Options")
  var options: RecordOptions

  func run() throws {
    let stopwatch = Stopwatch()
    let console = Console(isQuiet: options.quiet)
    let record = try console.reporting { () throws(OutputError) in try StoredRecord(directory: directory) }
    guard record.designFile == nil else {
      console.fail(
        "\(directory) holds the results of untrap \(record.command), which cannot be extended; give more points or "
          + "replications and run it anew")
      throw ExitCode.validationFailure
    }
    guard record.portfolioFile == nil else {
      console.fail(
        "\(directory) holds the results of untrap \(record.command), which cannot be extended: other replications "
          + "would choose other mixes; run it anew with --replications \(replications)")
      throw ExitCode.validationFailure
    }
    try console.require(SoftwareVersion.current, of: record, toDo: "be extended")
    guard replications > record.replications else {
      console.fail(
        "--replications \(replications): \(directory) has \(record.replications) already, and extending takes none away"
      )
      throw ExitCode.validationFailure
    }
    let study = try Study(record, replications: replications, survey: options.survey, console: console)
    let work = StudyRun(study: study, threads: options.threadCount, console: console, stopwatch: stopwatch)
    let partial = try console.reporting { () throws(OutputError) in
      let partial = try begin()
      do throws(OutputError) {
        try work.begin(partial)
        try DatasetWriter.takeOver(
          record, into: partial, comparison: study.isComparison, programmes: study.scenarios.hasProgrammes)
      } catch {
        partial.discard()
        throw error
      }
      return partial
    }
    try work.complete(partial)
  }

  private func begin() throws(OutputError) -> ResultDirectory {
    do throws(OutputError) {
      return try ResultDirectory(path: directory, replacingResults: true, discardingUnfinished: false)
    } catch {
      // The results cannot go elsewhere.
      guard case .otherFiles(let path, let names) = error else { throw error }
      throw .extraFiles(path: path, names: names)
    }
  }
}
