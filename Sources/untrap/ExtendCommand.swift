internal import ArgumentParser
internal import Households
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
    let record = try console.reporting { try RunRecord(directory: directory) }
    guard case .study(let simulation) = record.kind else {
      throw console.refusal(
        "\(directory) holds the results of untrap \(record.command), which cannot be extended\(advice(record.kind))",
        .validationFailure)
    }
    try console.require(SoftwareVersion.current, of: record, toDo: "be extended")
    guard replications > simulation.replications else {
      throw console.refusal(
        "--replications \(replications): \(directory) has \(simulation.replications) already, and extending takes none "
          + "away", .validationFailure)
    }
    let study = try Study(
      RecordReading(record: record, survey: options.survey, console: console), simulation, replications: replications)
    let work = Work(
      workload: study, options: ModelOptions(threads: options.threadCount), console: console, stopwatch: stopwatch)
    let partial = try console.reporting {
      let partial = try begin()
      do throws(OutputError) {
        try work.begin(partial)
        try DatasetWriter.takeOver(
          record, of: simulation, into: partial, comparison: study.isComparison,
          programmes: study.basis.scenarios.hasProgrammes)
      } catch {
        partial.discard()
        throw error
      }
      return partial
    }
    try work.complete(partial)
  }

  /// What can be done where results cannot be extended.
  private func advice(_ kind: RunRecord.Kind) -> String {
    switch kind {
    case .sweep: "; give more points or replications and run it anew"
    case .search:
      ": other replications would choose other mixes; run it anew with --replications \(replications)"
    case .study, .traps, .measurement: "; run it anew"
    }
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
