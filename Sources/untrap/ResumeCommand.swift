internal import ArgumentParser
internal import Reporting

/// `untrap resume`: finishes what was stopped.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Finishes a run that was stopped.",
    discussion: """
      A run that was killed or interrupted leaves <directory>.partial. What it had finished is not run again; the \
      results are those of a run that was not stopped, byte for byte.

      Examples:
        untrap resume notebooks-output/kasur-baseline-vs-kasur-mawakhat
        untrap resume results --threads 2
      """)

  @Argument(help: ArgumentHelp("Directory of the results.", valueName: "directory"), completion: .directory)
  var directory: String

  @OptionGroup(title: "Options")
  var options: RecordOptions

  func run() throws {
    let stopwatch = Stopwatch()
    let console = Console(isQuiet: options.quiet)
    let directory = try console.reporting { try ResultDirectory(resuming: self.directory) }
    guard let recipe = directory.recipe else {
      try console.reporting { try directory.publish() }
      console.print("Results: \(Console.visible(line: directory.path)) (they were complete)\n")
      return
    }
    try console.require(SoftwareVersion.current, of: recipe, toDo: "be resumed")
    try Work(recipe, options: options, console: console, stopwatch: stopwatch).complete(directory)
  }
}
