internal import ArgumentParser
internal import Experiments
internal import Households
internal import Reporting
internal import Scenarios

/// What `traps` analyses, be it from a call or from the record of an earlier one.
struct TrapsStudy {
  let scenarios: ScenarioSet
  let survey: SurveySource
  let households: [SurveyHousehold]
  let source: TrapsRecord.Source
  /// The results that are read; nil where the scenario is run.
  let directory: String?
  /// Replications of each scenario.
  let replications: Int
  /// What the record of the results that are read warns of and that holds for their traps as well.
  let sourceWarnings: [Warning]

  /// Replications that a scenario is run with unless a call says otherwise: from so many on, intervals are trusted.
  private static let usualReplications = ReportWarnings.enoughReplications

  /// Reads a scenario that a call names; problems are printed.
  init(
    scenario file: String, source: TrapsRecord.Source, scenarioOptions: ScenarioOptions, console: Console
  ) throws {
    scenarios = try ScenarioSet(files: [file], overrides: scenarioOptions.overrides, console: console)
    try scenarios.requireOneReading(console)
    survey = SurveySource(path: scenarioOptions.survey)
    households = try survey.households(console: console)
    try scenarios.checkRows(of: households, console: console)
    self.source = source
    directory = nil
    sourceWarnings = []
    replications = Self.replications(of: scenarios, source: source)
    try checkHousehold(console)
  }

  /// Reads what a record holds; problems are printed.
  init(_ record: StoredRecord, survey path: String?, console: Console) throws {
    guard let traps = record.traps else {
      console.fail("the record does not tell what the traps were found in")
      throw ExitCode.failure
    }
    if case .results = traps.source {
      console.fail(
        "these traps were found in the results of another directory, which the record does not hold; verify that, then "
          + "run untrap traps on it again")
      throw ExitCode.failure
    }
    let overrides = record.overrides.map(ScenarioOverride.init)
    scenarios = try ScenarioSet(record: record, overrides: overrides, console: console)
    survey = try SurveySource(record: record, path: path, console: console)
    households = try survey.households(console: console)
    try scenarios.checkRows(of: households, console: console)
    source = traps.source
    directory = nil
    sourceWarnings = []
    replications = Self.replications(of: scenarios, source: source)
    try checkHousehold(console)
  }

  /// Reads the record of a directory of results; problems are printed.
  init(results directory: String, console: Console) throws {
    let record = try console.reporting { () throws(OutputError) in
      let record = try StoredRecord(directory: directory)
      try record.checkUnchanged(directory: directory)
      return record
    }
    guard let moves = record.outputs.first(where: { $0.name == DependencyEvidence.fileName }) else {
      console.fail(
        "\(directory) has no \(DependencyEvidence.fileName); traps are found in the results of run, compare or stocktake"
      )
      throw ExitCode.failure
    }
    scenarios = try ScenarioSet(
      record: record, overrides: record.overrides.map(ScenarioOverride.init), console: console)
    survey = SurveySource(name: record.survey?.name)
    households = []
    source = .results(moves)
    self.directory = directory
    replications = record.replications
    sourceWarnings = record.warnings.filter { $0.kind == .reach }
  }

  private static func replications(of scenarios: ScenarioSet, source: TrapsRecord.Source) -> Int {
    if case .household = source { return 1 }
    let isGiven = scenarios.overrides.contains { $0.path == "replications" }
    let own = scenarios.baseline.replications
    return isGiven ? own : min(own, usualReplications)
  }

  private func checkHousehold(_ console: Console) throws {
    guard case .household(let household) = source else { return }
    let count = scenarios.baseline.population.households
    guard household < count else {
      console.fail("--household \(household): there are \(count) households, from 0 to \(count - 1)")
      throw ExitCode.validationFailure
    }
  }

  // MARK: - What is run

  /// The scenario and, before it, the same without programmes where it has any.
  var runScenarios: [Scenario] {
    let scenario = scenarios.baseline
    guard !scenario.programmes.isEmpty else { return [scenario] }
    var without = scenario
    without.name += " without programmes"
    without.programmes = []
    without.partners = []
    without.coordination = nil
    return [without, scenario]
  }

  /// What the chains are made of, in words that follow "made of".
  var basis: String {
    let runs = "\(replications) replication\(replications == 1 ? "" : "s")"
    return switch source {
    case .run: "the moves of \(runs)"
    case .results: "the moves in \(directory ?? "other results"), \(runs)"
    case .profile(let name):
      "the exact chances at the mean circumstances of \(ProfileGroup(rawValue: name)?.words ?? name), \(runs)"
    case .household(let household): "the exact chances at the mean circumstances of household \(household)"
    }
  }
}
