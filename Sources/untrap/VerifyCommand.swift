internal import ArgumentParser
internal import Reporting

/// `untrap verify`: proves results by computing them again.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Runs results again from their record and compares every file.",
    discussion: """
      Everything is computed again from run.json alone and compared byte by byte. For a file that differs, the first \
      cell that does is named. What run.json tells under execution about the machine is not compared.

      Examples:
        untrap verify notebooks-output/kasur-baseline-vs-kasur-mawakhat
        untrap verify results --survey my-survey.csv
      """)

  @Argument(help: ArgumentHelp("Directory of the results.", valueName: "directory"), completion: .directory)
  var directory: String

  @OptionGroup(title: "Options")
  var options: RecordOptions

  func run() throws {
    let console = Console(isQuiet: options.quiet)
    let record: RunRecord
    do throws(OutputError) {
      record = try RunRecord(directory: directory)
    } catch {
      console.fail(error.description)
      console.print(Verification.unreadable.text(of: directory))
      throw ExitCode.failure
    }
    let verification = try console.interruptible("nothing was proved") {
      try console.reporting { try compare(record, console) }
    }
    console.print(verification.text(of: directory))
    guard verification.isVerified else { throw ExitCode.failure }
  }

  private func compare(_ record: RunRecord, _ console: Console) throws(OutputError) -> Verification {
    let changed = try ResultComparison.changedFiles(in: directory, recorded: record.outputs)
    if record.version != SoftwareVersion.current {
      console.warn("made by untrap \(record.version), computed again by \(SoftwareVersion.current)")
    }
    let folder = try ScratchFolder()
    defer { withExtendedLifetime(folder) {} }
    let again = folder.path + "/results"
    guard computeAgain(record, into: again, console) else {
      return .recordedDigests(changed: changed, record)
    }
    let comparison = try ResultComparison(directory, again: again, recorded: record.outputs)
    return .compared(comparison, isRecordAsWritten: record.isAsWritten)
  }

  /// Runs what a record says; false where that is not possible, and the reason is printed.
  private func computeAgain(_ record: RunRecord, into path: String, _ console: Console) -> Bool {
    do {
      let work = try Work(record, options: options, console: console, stopwatch: Stopwatch())
      try work.computeAgain(into: ResultDirectory(path: path, replacingResults: false, discardingUnfinished: false))
      return true
    } catch {
      // What is wrong with a study is printed where it is found.
      if let error = error as? OutputError { console.fail(error.description) }
      return false
    }
  }
}
