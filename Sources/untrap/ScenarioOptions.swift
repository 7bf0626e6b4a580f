internal import ArgumentParser
internal import Households
internal import Scenarios

/// Options that change what a scenario file says, and whom it populates its places with.
struct ScenarioOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Survey of households, CSV; without it, published margins.", valueName: "file"),
    completion: .tables)
  var survey: String?

  @Option(help: "Seed of every draw, from 0 to 2^63 - 1.")
  var seed: Int?

  @Option(help: "Replications of each scenario.")
  var replications: Int?

  @Option(help: "Households to simulate, at least 100.")
  var households: Int?

  @Option(help: "Years to simulate.")
  var years: Int?

  @Option(
    help: "Theory of poverty traps: \(Regime.choices.joined(separator: ", ")).", completion: .list(Regime.choices),
    transform: Regime.chosen)
  var regime: Regime?

  @Option(help: ArgumentHelp("Set any value of the scenario; repeatable.", valueName: "path=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "Switch a mechanism off, or several divided by commas; repeatable (see untrap describe --mechanisms).",
      valueName: "mechanism"), completion: .list(Mechanism.choices),
    transform: MechanismList.init)
  var without: [MechanismList] = []

  func validate() throws {
    if let seed, seed < 0 { throw ValidationError("--seed \(seed): a seed is at least 0") }
    if let replications, replications < 1 {
      throw ValidationError("--replications \(replications): there is at least 1 replication")
    }
    if let households, households < 100 {
      throw ValidationError("--households \(households): simulate at least 100 households")
    }
    if let years, !(1...100).contains(years) { throw ValidationError("--years \(years): simulate 1 to 100 years") }
    try set.forEach(Self.checkAssignment)
  }

  /// Checks the form of what follows `--set`.
  static func checkAssignment(_ assignment: String) throws {
    let path = assignment.prefix { $0 != "=" }
    guard !path.isEmpty, path.count < assignment.count else {
      throw ValidationError(
        "--set \(assignment): write path=value, such as parameters.shocks.illness_probability=0.08")
    }
  }

  /// The options as values laid over the scenario file: `--without` wins over `--set`, options of their own over both.
  var overrides: [ScenarioOverride] {
    let named = [
      Self.override("--seed", "seed", seed),
      Self.override(Self.replicationsOption, "replications", replications),
      Self.override("--households", "population.households", households),
      Self.override("--years", "years", years),
      Self.override("--regime", "regime", regime?.rawValue),
    ]
    return set.map(ScenarioOverride.init(set:)) + without.flatMap(\.mechanisms).flatMap(\.overrides)
      + named.compactMap(\.self)
  }

  /// The overrides of the same call with other replications.
  static func replacing(replications: Int, in overrides: [ScenarioOverride]) -> [ScenarioOverride] {
    var overrides = overrides.filter { $0.path != "replications" }
    let place = overrides.firstIndex { ["--households", "--years", "--regime"].contains($0.option) }
    let override = ScenarioOverride(option: replicationsOption, path: "replications", value: "\(replications)")
    overrides.insert(override, at: place ?? overrides.endIndex)
    return overrides
  }

  private static let replicationsOption = "--replications"

  private static func override(_ option: String, _ path: String, _ value: (any CustomStringConvertible)?)
    -> ScenarioOverride?
  { value.map { ScenarioOverride(option: option, path: path, value: $0.description) } }
}

extension Mechanism {
  /// What switches it off, laid over a scenario file.
  fileprivate var overrides: [ScenarioOverride] {
    settings.map { path, value in
      ScenarioOverride(option: "--without \(rawValue)", path: "parameters.\(path)", value: "\(value)")
    }
  }
}
