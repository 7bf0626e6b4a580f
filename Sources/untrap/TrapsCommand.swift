internal import ArgumentParser
internal import Foundation
internal import Households
internal import Reporting

/// `untrap traps`: where households get stuck.
struct TrapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "traps",
    abstract: "Tells where households get stuck, for how long, and which doors lead out.",
    discussion: """
      The moves between the 64 joint states are taken as a Markov chain: from the results of run, compare or stocktake, \
      or from a scenario, which is run for it (ten replications at most, unless the call says otherwise) and, if it has \
      programmes, run without them too. With a profile, the chain is the exact one of the mean circumstances of a group \
      or a household over the run.

      Examples:
        untrap traps scenarios/kasur-baseline.yaml
        untrap traps scenarios/kasur-mawakhat.yaml --regime convergence
        untrap traps notebooks-output/kasur-baseline-vs-kasur-mawakhat
        untrap traps scenarios/kasur-mawakhat.yaml --profile poorest
      """)

  @Argument(
    help: ArgumentHelp("Scenario file, or directory of results.", valueName: "scenario or results"),
    completion: .scenarioFiles)
  var source: String

  @Option(
    help: "The exact chain of a group: \(ProfileGroup.choices.joined(separator: ", ")).",
    completion: .list(ProfileGroup.choices), transform: ProfileGroup.chosen)
  var profile: ProfileGroup?

  @Option(help: "The exact chain of one household of the first replication, by its number from 0.")
  var household: Int?

  @OptionGroup(title: "Scenario options")
  var scenarioOptions: ScenarioOptions

  @OptionGroup(title: "Run options")
  var outputOptions: OutputOptions

  func validate() throws {
    if profile != nil, household != nil { throw ValidationError("give --profile or --household, not both") }
    if let household, household < 0 { throw ValidationError("--household \(household): households count from 0") }
    if household != nil, scenarioOptions.replications != nil {
      throw ValidationError("--household looks at the first replication alone; leave --replications out")
    }
    guard isDirectory else { return }
    if profile != nil || household != nil {
      throw ValidationError("--profile and --household need a scenario file; \(source) is a directory of results")
    }
    if scenarioOptions.survey != nil || !scenarioOptions.overrides.isEmpty {
      throw ValidationError("\(source) is a directory of results, which no option can change; name a scenario file")
    }
  }

  func run() throws {
    try outputOptions.makeResults(of: [source], ending: "-traps", survey: scenarioOptions.survey) { console in
      try isDirectory
        ? TrapsStudy(results: source, console: console)
        : TrapsStudy(scenario: source, source: chosenSource, scenarioOptions: scenarioOptions, console: console)
    }
  }

  private var isDirectory: Bool {
    var isDirectory = ObjCBool(false)
    return FileManager.default.fileExists(atPath: source, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  private var chosenSource: TrapsRecord {
    if let profile { return .profile(profile) }
    return household.map { .household($0) } ?? .run
  }
}
