internal import Households
internal import Reporting
internal import Scenarios

/// What a command runs: scenarios, and the households that live in them.
struct Basis {
  let command: String
  let scenarios: ScenarioSet
  let survey: SurveySource
  let households: [SurveyHousehold]

  /// Checks scenarios and reads their households; problems are printed.
  init(_ command: String, _ scenarios: ScenarioSet, _ survey: SurveySource, _ console: Console) throws {
    self.command = command
    self.scenarios = scenarios
    self.survey = survey
    try scenarios.requireOneReading(console)
    households = try survey.households(console: console)
    try scenarios.checkRows(of: households, console: console)
  }

  /// The scenarios of results that are only read.
  init(_ command: String, reading scenarios: ScenarioSet, surveyName: String?) {
    self.command = command
    self.scenarios = scenarios
    survey = SurveySource(name: surveyName)
    households = []
  }

  var baseline: Scenario { scenarios.baseline }

  /// What is recorded of a plain simulation of the scenarios, observed at its end.
  var simulation: SimulationRecord {
    SimulationRecord(
      scenarios: scenarios.records, seed: baseline.seed, overrides: scenarios.overrides.map(\.record),
      replications: baseline.replications, households: baseline.population.households, quarters: baseline.quarters,
      processes: Model.processNames(of: scenarios.scenarios), observeEvery: baseline.quarters, survey: survey.name)
  }

  /// What is recorded of the files.
  var inputs: [FileRecord] { scenarios.inputs + [survey.input].compactMap(\.self) }

  /// The model of some scenarios, the first of which is the baseline.
  /// - Throws: `ModelError` where they cannot be run, or not together.
  func model(of scenarios: [Scenario], options: ModelOptions) throws(ModelError) -> Model {
    try Model(of: scenarios, survey: households, options: options)
  }
}

extension Model {
  /// The model of some scenarios, the first of which is the baseline.
  /// - Throws: `ModelError` where they cannot be run, or not together.
  init(of scenarios: [Scenario], survey: [SurveyHousehold], options: ModelOptions) throws(ModelError) {
    try self.init(baseline: scenarios[0], survey: survey, options: options)
    for scenario in scenarios.dropFirst() { try checkComparable(scenario) }
  }
}
