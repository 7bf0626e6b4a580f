internal import ArgumentParser
internal import Households

/// `untrap evidence`: the model beside published figures.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Holds the model against published figures.",
    discussion: """
      A row for each figure: what was published, with its standard error; what the model has in its place under each \
      theory of poverty traps, with its Monte Carlo error; and how many standard errors lie between them (z). Below, for \
      each theory: the calibration rows, the sum of their squared z, and the row that is farthest off. Rows marked * are \
      for validation and never counted.

      The same households go through three scenarios of a directory: baseline.yaml, in which nothing is done; push.yaml, \
      in which the poorest get assets, a stipend and a coach, once; and cash.yaml, in which those with the lowest scores \
      get cash in every quarter. All last ten years or more. They are looked at as a survey would, with errors of \
      measurement.

      Examples:
        untrap evidence
        untrap evidence --survey my-survey.csv --replications 20 --out evidence.csv
        untrap evidence --regime convergence --set parameters.earn.persistence=0.8
      """)

  @Argument(
    help: ArgumentHelp("Directory of baseline.yaml, push.yaml and cash.yaml.", valueName: "scenarios"),
    completion: .directory)
  var directory = "scenarios/evidence"

  @Option(
    help: ArgumentHelp("Survey of households, CSV; without it, published margins.", valueName: "file"),
    completion: .tables)
  var survey: String?

  @Option(help: "Replications under each theory, at least 2.")
  var replications = 8

  @Option(help: "Households to simulate, at least 100.")
  var households = 20_000

  @Option(
    help: "Theory of poverty traps, repeatable: \(Regime.choices.joined(separator: ", ")) (default: all).",
    completion: .list(Regime.choices), transform: Regime.chosen)
  var regime: [Regime] = []

  @Option(help: ArgumentHelp("Set any value of the scenarios; repeatable.", valueName: "path=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp("File for the table, CSV; without it, it is only printed.", valueName: "file"),
    completion: .tables)
  var out: String?

  @Option(help: "Threads; results do not depend on it (default: all processors).")
  var threads: Int?

  @Flag(help: "Replace an earlier file.")
  var force = false

  @Flag(help: "Print errors only.")
  var quiet = false

  func validate() throws {
    if !(2...Scenario.replicationsAtMost).contains(replications) {
      throw ValidationError("--replications \(replications): use 2 to \(Scenario.replicationsAtMost)")
    }
    if households < 100 { throw ValidationError("--households \(households): simulate at least 100 households") }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): use 1 to 1024 threads")
    }
    if let out, out.isEmpty { throw ValidationError("--out: name a file") }
    try set.forEach(ScenarioOptions.checkAssignment)
  }

  func run() throws { try EvidenceCall(command: self, console: Console(isQuiet: quiet)).run() }
}
